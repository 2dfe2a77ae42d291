package io.discounts.service.discount;

import org.jspecify.annotations.Nullable;

/**
 * How much a discount takes off its target; amounts are in minor units of the discount's currency. {@code maxAmount} caps
 * the saving, {@code maxGroups} the groups or bundles that count; both are unbounded when absent.
 */
public sealed interface Effect {

    /** {@code percent} of the target's price. */
    record PercentageOff(Percent percent, @Nullable Money maxAmount) implements Effect {
        public PercentageOff {
            positive(percent);
            positive(maxAmount, "maxAmount");
        }
    }

    /** A fixed amount off the target as a whole, or off each of its units. */
    record AmountOff(Money amount, Per per) implements Effect {
        public AmountOff {
            positive(amount, "amount");
        }
    }

    /** What an {@link AmountOff} is counted by. */
    enum Per {
        TARGET,
        UNIT
    }

    /** Each matching unit, or the fee, costs {@code amount} if that is lower. */
    record FixedPrice(Money amount, @Nullable Money maxAmount) implements Effect {
        public FixedPrice {
            positive(maxAmount, "maxAmount");
        }
    }

    /**
     * Of every {@code buy + get} matching units the cheapest {@code get} are {@code percent} off; with a trigger, every
     * {@code buy} units that match it unlock {@code get} of the target's.
     */
    record BuyXGetY(
            int buy,
            int get,
            Percent percent,
            @Nullable Selection trigger,
            @Nullable Integer maxGroups,
            @Nullable Money maxAmount)
            implements Effect {
        public BuyXGetY {
            count(buy, "buy");
            count(get, "get");
            positive(percent);
            Checks.check(trigger == null || !trigger.isEverything(), "a trigger must name productIds or categories");
            Checks.check(maxGroups == null || maxGroups >= 1, "maxGroups must be at least 1");
            positive(maxAmount, "maxAmount");
        }
    }

    /** Every {@code quantity} matching units cost {@code amount} together if that is lower. */
    record BundlePrice(
            int quantity,
            Money amount,
            @Nullable Integer maxGroups,
            @Nullable Money maxAmount) implements Effect {
        public BundlePrice {
            count(quantity, "quantity");
            positive(amount, "amount");
            Checks.check(maxGroups == null || maxGroups >= 1, "maxGroups must be at least 1");
            positive(maxAmount, "maxAmount");
        }
    }

    /** Whether the effect can act on the target: units exist among items only. */
    default boolean canActOn(Target target) {
        return switch (this) {
            case PercentageOff ignored -> true;
            case FixedPrice ignored -> true;
            case AmountOff off -> off.per() == Per.TARGET || target instanceof Target.Items;
            case BuyXGetY ignored -> target instanceof Target.Items;
            case BundlePrice ignored -> target instanceof Target.Items;
        };
    }

    private static void positive(Percent percent) {
        Checks.check(percent.hundredths() > 0, "percent must be greater than 0");
    }

    private static void positive(@Nullable Money amount, String what) {
        Checks.check(amount == null || !amount.isZero(), what, " must be at least 1");
    }

    private static void count(int count, String what) {
        Checks.check(count >= 1, what, " must be at least 1");
    }
}
