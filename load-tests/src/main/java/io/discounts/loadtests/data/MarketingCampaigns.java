package io.discounts.loadtests.data;

import io.discounts.service.devservers.Streams;
import io.discounts.service.discount.Discount;
import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.Effect;
import io.discounts.service.discount.Limits;
import io.discounts.service.discount.Money;
import io.discounts.service.discount.Percent;
import io.discounts.service.discount.Selection;
import io.discounts.service.discount.Stacking;
import io.discounts.service.discount.Target;

import java.util.List;
import java.util.Set;

/** The marketplace's own campaigns: budgeted, for certain customers, in stores of all kinds of scopes. */
final class MarketingCampaigns implements Provider {
    private static final List<String> SEASONS = List.of("spring", "summer", "autumn", "winter", "sorry", "welcome");

    private final CampaignScopes scopes;

    MarketingCampaigns(long count) {
        this.scopes = CampaignScopes.of(count);
    }

    @Override
    public String name() {
        return Streams.MARKETING_CAMPAIGNS;
    }

    @Override
    public String nameOf(long number) {
        return SEASONS.get((int) (number % SEASONS.size())) + '-' + number;
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
        var target = target(chance);
        var effect = effect(draft, target);
        var voucher = chance.percent(35);
        return List.of(new DiscountChange.Published(new Discount(
                draft.id(name()),
                draft.country().region(),
                draft.version(),
                Labels.of(draft.country(), effect, target, chance),
                draft.country().currency(),
                effect,
                target,
                scopes.scope(draft),
                CampaignRules.rules(draft, voucher),
                Runtimes.validity(draft),
                stacking(chance, target),
                limits(draft, voucher),
                null)));
    }

    private static Target target(Chance chance) {
        return switch (chance.weighted(35, 35, 30)) {
            case 0 -> Target.Items.ALL;
            case 1 -> new Target.Items(new Selection(Set.of(), Goods.categories(chance)));
            default -> Target.Fee.DELIVERY;
        };
    }

    private static Effect effect(Draft draft, Target target) {
        var chance = draft.chance();
        if (target == Target.Fee.DELIVERY) {
            return new Effect.FixedPrice(
                    chance.percent(70) ? new Money(0) : draft.country().tenths(chance.between(5, 20)), null);
        }
        return chance.percent(65)
                ? new Effect.PercentageOff(
                        new Percent(chance.between(1, 8) * 5_00),
                        draft.country().tenths(chance.between(30, 150)))
                : new Effect.AmountOff(draft.country().tenths(chance.between(20, 100)), Effect.Per.TARGET);
    }

    private static Stacking stacking(Chance chance, Target target) {
        var weight = chance.between(0, 9) * 10;
        return chance.percent(10)
                ? new Stacking(Stacking.Mode.EXCLUSIVE, null, weight)
                : new Stacking(
                        Stacking.Mode.STACKABLE,
                        target instanceof Target.Items ? NativeWords.SHARED_ITEMS : null,
                        weight);
    }

    /** Three of ten vouchers may be used once, by one customer at a time; a few campaigns have no budget. */
    private static Limits limits(Draft draft, boolean voucher) {
        var chance = draft.chance();
        var budget = chance.percent(95) ? draft.country().tenths(chance.between(1, 500) * 1_000) : null;
        if (!voucher) {
            return new Limits(null, null, budget, false);
        }
        return chance.percent(30)
                ? new Limits(1L, null, budget, true)
                : new Limits((long) chance.between(1, 50) * 100, (long) chance.between(1, 3), budget, false);
    }
}
