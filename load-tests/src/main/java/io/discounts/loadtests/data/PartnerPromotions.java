package io.discounts.loadtests.data;

import io.discounts.service.devservers.Streams;
import io.discounts.service.discount.Discount;
import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.Effect;
import io.discounts.service.discount.Funding;
import io.discounts.service.discount.Limits;
import io.discounts.service.discount.Money;
import io.discounts.service.discount.Percent;
import io.discounts.service.discount.Rule;
import io.discounts.service.discount.Scope;
import io.discounts.service.discount.Selection;
import io.discounts.service.discount.Stacking;
import io.discounts.service.discount.StoreId;
import io.discounts.service.discount.StoreSet;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Partners' own offers, nearly all of what there is: each for one store of theirs or a few, mostly some percent off. */
final class PartnerPromotions implements Provider {
    private static final long FIRST = 1_000_000;

    @Override
    public String name() {
        return Streams.PARTNER_PROMOTIONS;
    }

    @Override
    public String nameOf(long number) {
        return "PR-" + (FIRST + number);
    }

    @Override
    public int discountsEach() {
        return 1;
    }

    @Override
    public List<DiscountChange> withdrawn(Draft draft) {
        return List.of(
                new DiscountChange.Withdrawn(draft.id(name()), draft.country().region(), draft.version()));
    }

    @Override
    public List<DiscountChange> published(Draft draft) {
        var chance = draft.chance();
        var stores = stores(draft);
        var effect = effect(draft);
        var target = Goods.items(chance, stores.iterator().next().value());
        return List.of(new DiscountChange.Published(new Discount(
                draft.id(name()),
                draft.country().region(),
                draft.version(),
                Labels.of(draft.country(), effect, target, chance),
                draft.country().currency(),
                effect,
                target,
                scope(draft, stores),
                rules(draft),
                Runtimes.validity(draft),
                new Stacking(Stacking.Mode.STACKABLE, group(chance), chance.between(0, 5) * 10),
                new Limits(
                        chance.percent(10) ? (long) chance.between(1, 20) * 100 : null,
                        chance.percent(25) ? (long) chance.between(1, 3) : null,
                        null,
                        false),
                chance.percent(70) ? new Funding(new Percent(chance.between(2, 10) * 10_00)) : null)));
    }

    /** More than half are one store's; the others are a chain's, which has up to fifteen. */
    private static Set<StoreId> stores(Draft draft) {
        var chance = draft.chance();
        var count = switch (chance.weighted(55, 28, 17)) {
            case 0 -> 1;
            case 1 -> chance.between(2, 4);
            default -> chance.between(5, 15);
        };
        var stores = new LinkedHashSet<StoreId>();
        for (int i = 0; i < count; i++) {
            stores.add(draft.market().store(chance).storeId());
        }
        return stores;
    }

    private static Effect effect(Draft draft) {
        var chance = draft.chance();
        var country = draft.country();
        return switch (chance.weighted(55, 20, 8, 12, 5)) {
            case 0 ->
                new Effect.PercentageOff(
                        new Percent(chance.between(1, 10) * 5_00), chance.percent(40) ? amount(draft, 20, 150) : null);
            case 1 ->
                new Effect.AmountOff(amount(draft, 5, 80), chance.percent(25) ? Effect.Per.UNIT : Effect.Per.TARGET);
            case 2 -> new Effect.FixedPrice(amount(draft, 10, 120), null);
            case 3 -> new Effect.BuyXGetY(chance.between(1, 3), 1, Percent.FULL, null, null, null);
            default ->
                new Effect.BundlePrice(chance.between(2, 5), country.tenths(chance.between(40, 200)), null, null);
        };
    }

    /** A few have excepted a store, or rules of which the partners' own format knows nothing. */
    private static Scope scope(Draft draft, Set<StoreId> stores) {
        var except = draft.chance().percent(1)
                ? new StoreSet(Set.of(), Set.of("electronics"), Set.of(), Set.of())
                : StoreSet.NONE;
        return new Scope(false, new StoreSet(stores, Set.of(), Set.of(), Set.of()), except);
    }

    private static List<Rule> rules(Draft draft) {
        var chance = draft.chance();
        var rules = new ArrayList<Rule>(2);
        if (chance.percent(45)) {
            rules.add(new Rule.MinBasket(amount(draft, 50, 300), Selection.EVERYTHING));
        }
        if (chance.percent(18)) {
            rules.add(Runtimes.schedule(draft));
        }
        switch (chance.weighted(90, 4, 3, 3)) {
            case 1 -> rules.add(new Rule.Fulfilment(Set.of("pickup")));
            case 2 -> rules.add(new Rule.PaymentMethod(chance.some(List.of("card", "wallet", "cash"), 2)));
            case 3 ->
                rules.add(
                        new Rule.MinQuantity(chance.between(2, 4), new Selection(Set.of(), Goods.categories(chance))));
            default -> {}
        }
        return rules;
    }

    private static @Nullable String group(Chance chance) {
        return switch (chance.weighted(80, 10, 10)) {
            case 0 -> NativeWords.SHARED_ITEMS;
            case 1 -> "partner-" + chance.between(1, 9);
            default -> null;
        };
    }

    private static Money amount(Draft draft, int fewestTenths, int mostTenths) {
        return draft.country().tenths(draft.chance().between(fewestTenths, mostTenths));
    }
}
