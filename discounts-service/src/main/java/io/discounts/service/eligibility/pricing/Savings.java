package io.discounts.service.eligibility.pricing;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Effect;
import io.discounts.service.discount.Money;
import io.discounts.service.discount.Selection;
import io.discounts.service.discount.Target;
import org.jspecify.annotations.Nullable;

import java.util.function.LongUnaryOperator;

/** What each effect means: rules 3 to 5 of the contract's decision rules. A new effect is a new case here. */
public final class Savings {
    private Savings() {}

    /** What the discount saves at the running prices; never more than its target costs. */
    public static Saving of(Discount discount, Prices prices) {
        var effect = discount.effect();
        return switch (discount.target()) {
            case Target.Fee fee -> Saving.ofFee(fee, Amounts.capped(ofFee(effect, prices.of(fee)), cap(effect)));
            case Target.Items items ->
                prices.haveAny(items.selection())
                        ? Saving.ofLines(items, capped(ofItems(effect, items.selection(), prices), effect))
                        : Saving.nothing(items);
        };
    }

    private static long ofFee(Effect effect, long fee) {
        return switch (effect) {
            case Effect.PercentageOff off -> Amounts.percentOf(fee, off.percent());
            case Effect.AmountOff off -> Math.min(off.amount().minorUnits(), fee);
            case Effect.FixedPrice price -> Math.max(0, fee - price.amount().minorUnits());
            case Effect.BuyXGetY ignored -> throw new IllegalArgumentException("a fee has no units");
            case Effect.BundlePrice ignored -> throw new IllegalArgumentException("a fee has no units");
        };
    }

    private static long[] ofItems(Effect effect, Selection selection, Prices prices) {
        return switch (effect) {
            case Effect.PercentageOff off -> {
                var base = prices.matching(selection);
                yield Amounts.allocate(Amounts.percentOf(Amounts.sum(base), off.percent()), base);
            }
            case Effect.AmountOff off -> amountOff(off, selection, prices);
            case Effect.FixedPrice price -> {
                long amount = price.amount().minorUnits();
                yield eachUnit(selection, prices, unit -> Math.max(0, unit - amount));
            }
            case Effect.BuyXGetY offer -> UnitOffers.of(offer, selection, prices);
            case Effect.BundlePrice bundle -> Bundles.of(bundle, selection, prices);
        };
    }

    private static long[] amountOff(Effect.AmountOff off, Selection selection, Prices prices) {
        long amount = off.amount().minorUnits();
        return switch (off.per()) {
            case UNIT -> eachUnit(selection, prices, unit -> Math.min(amount, unit));
            case TARGET -> {
                var base = prices.matching(selection);
                yield Amounts.allocate(Math.min(amount, Amounts.sum(base)), base);
            }
        };
    }

    private static long[] eachUnit(Selection selection, Prices prices, LongUnaryOperator saving) {
        var lines = prices.matching(selection);
        for (int i = 0; i < lines.length; i++) {
            int units = prices.unitsOf(i);
            long dearer = lines[i] % units;
            long price = lines[i] / units;
            lines[i] = dearer * saving.applyAsLong(price + 1) + (units - dearer) * saving.applyAsLong(price);
        }
        return lines;
    }

    /** A cap is shared out last, over what each line would have saved without it. */
    private static long[] capped(long[] lines, Effect effect) {
        long uncapped = Amounts.sum(lines);
        long capped = Amounts.capped(uncapped, cap(effect));
        return capped == uncapped ? lines : Amounts.allocate(capped, lines);
    }

    private static @Nullable Money cap(Effect effect) {
        return switch (effect) {
            case Effect.PercentageOff off -> off.maxAmount();
            case Effect.AmountOff ignored -> null;
            case Effect.FixedPrice price -> price.maxAmount();
            case Effect.BuyXGetY offer -> offer.maxAmount();
            case Effect.BundlePrice bundle -> bundle.maxAmount();
        };
    }
}
