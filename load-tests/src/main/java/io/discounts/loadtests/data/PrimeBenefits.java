package io.discounts.loadtests.data;

import io.discounts.service.devservers.Streams;
import io.discounts.service.discount.Discount;
import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Effect;
import io.discounts.service.discount.Limits;
import io.discounts.service.discount.Money;
import io.discounts.service.discount.Percent;
import io.discounts.service.discount.Rule;
import io.discounts.service.discount.Scope;
import io.discounts.service.discount.Selection;
import io.discounts.service.discount.Stacking;
import io.discounts.service.discount.StoreSet;
import io.discounts.service.discount.Target;
import io.discounts.service.discount.Validity;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What members of the subscription get: off the delivery fee, the service fee and items, each a discount of its own that is
 * withdrawn while the benefit does not have it.
 */
final class PrimeBenefits implements Provider {
    private record Terms(Scope scope, List<Rule> rules, Validity validity) {}

    /** The offers that hold in a whole country stay few, however many there are: each is a candidate in all its stores. */
    private final double everywherePercent;

    PrimeBenefits(long count) {
        this.everywherePercent = Math.min(40, 100.0 * 100 / count);
    }

    @Override
    public String name() {
        return Streams.PRIME_BENEFITS;
    }

    @Override
    public String nameOf(long number) {
        return "benefit-" + number;
    }

    @Override
    public int discountsEach() {
        return 3;
    }

    @Override
    public List<DiscountChange> withdrawn(Draft draft) {
        return List.of(absent(draft, "delivery"), absent(draft, "service"), absent(draft, "items"));
    }

    @Override
    public List<DiscountChange> published(Draft draft) {
        var chance = draft.chance();
        var terms = new Terms(scope(draft), rules(draft), Runtimes.validity(draft));
        var filled = chance.between(1, 7);
        return List.of(
                (filled & 1) == 0
                        ? absent(draft, "delivery")
                        : perk(draft, "delivery", terms, delivery(draft), Target.Fee.DELIVERY),
                (filled & 2) == 0
                        ? absent(draft, "service")
                        : perk(draft, "service", terms, percent(draft, 100), Target.Fee.SERVICE),
                (filled & 4) == 0
                        ? absent(draft, "items")
                        : perk(draft, "items", terms, percent(draft, 20), items(chance)));
    }

    private DiscountChange absent(Draft draft, String slot) {
        return new DiscountChange.Withdrawn(id(draft, slot), draft.country().region(), draft.version());
    }

    private DiscountChange perk(Draft draft, String slot, Terms terms, Effect effect, Target target) {
        return new DiscountChange.Published(new Discount(
                id(draft, slot),
                draft.country().region(),
                draft.version(),
                Labels.of(draft.country(), effect, target, draft.chance()),
                draft.country().currency(),
                effect,
                target,
                terms.scope(),
                terms.rules(),
                terms.validity(),
                new Stacking(
                        Stacking.Mode.STACKABLE, target instanceof Target.Items ? NativeWords.SHARED_ITEMS : null, 0),
                Limits.NONE,
                null));
    }

    private DiscountId id(Draft draft, String slot) {
        return new DiscountId(name(), draft.name() + '.' + slot);
    }

    private Scope scope(Draft draft) {
        if (draft.chance().percent(everywherePercent)) {
            return Scope.EVERYWHERE;
        }
        var cities = new LinkedHashSet<String>();
        for (int i = draft.chance().between(1, 4); i > 0; i--) {
            cities.add(draft.market().city(draft.chance()));
        }
        return new Scope(false, new StoreSet(Set.of(), Set.of(), Set.of(), cities), StoreSet.NONE);
    }

    private static List<Rule> rules(Draft draft) {
        var chance = draft.chance();
        var rules = new ArrayList<Rule>(2);
        var segments = chance.percent(70) ? Set.of("prime") : chance.some(List.of("prime-plus", "prime-family"), 2);
        rules.add(new Rule.Segment(segments, Set.of()));
        if (chance.percent(60)) {
            rules.add(new Rule.MinBasket(draft.country().tenths(chance.between(80, 250)), Selection.EVERYTHING));
        }
        return rules;
    }

    private static Effect delivery(Draft draft) {
        return switch (draft.chance().weighted(60, 20, 20)) {
            case 0 -> new Effect.FixedPrice(new Money(0), null);
            case 1 ->
                new Effect.FixedPrice(draft.country().tenths(draft.chance().between(5, 15)), null);
            default -> percent(draft, 75);
        };
    }

    private static Effect percent(Draft draft, int most) {
        var chance = draft.chance();
        return new Effect.PercentageOff(new Percent(chance.between(1, most / 5) * 5_00), cap(draft));
    }

    private static @Nullable Money cap(Draft draft) {
        return draft.chance().percent(50)
                ? draft.country().tenths(draft.chance().between(10, 60))
                : null;
    }

    private static Target items(Chance chance) {
        return chance.percent(40)
                ? Target.Items.ALL
                : new Target.Items(new Selection(Set.of(), Goods.categories(chance)));
    }
}
