package io.discounts.service.eligibility.unlock;

import io.discounts.service.discount.Effect;
import io.discounts.service.discount.Percent;

import java.util.Comparator;
import java.util.List;

/** The units that an effect acts on, and what they lack for it to save something. */
record Units(List<Portion> dearestFirst) {
    private static final Comparator<Portion> DEAREST_FIRST =
            Comparator.comparingLong(Portion::unitPrice).reversed();

    /** @param portions sorted from here on */
    static Units of(List<Portion> portions) {
        portions.sort(DEAREST_FIRST);
        return new Units(portions);
    }

    /** The least price of which a percentage rounds to a minor unit. */
    static long leastPrice(Percent percent) {
        return Math.ceilDiv(Percent.FULL_HUNDREDTHS / 2, percent.hundredths());
    }

    long count() {
        return countFrom(0);
    }

    long countFrom(long price) {
        long units = 0;
        for (var portion : dearestFirst) {
            units += portion.unitPrice() >= price ? portion.units() : 0;
        }
        return units;
    }

    Wanted lack(Effect.FixedPrice effect) {
        long dearer = effect.amount().minorUnits() + 1;
        return countFrom(dearer) > 0 ? Wanted.NOTHING : Wanted.units(1, 1, dearer);
    }

    /** The dearest unit that is for less stands behind as many as are to be bought. */
    Wanted lack(Effect.BuyXGetY effect) {
        long price = leastPrice(effect.percent());
        long dear = Math.max(0, effect.buy() + 1L - countFrom(price));
        long units = Math.max(dear, (long) effect.buy() + effect.get() - count());
        return units <= 0 ? Wanted.NOTHING : Wanted.units(units, dear, price);
    }

    /** The first bundle is the dearest; where it is whole, a dearer unit takes the place of its cheapest. */
    Wanted lack(Effect.BundlePrice effect) {
        long left = effect.quantity();
        long worth = 0;
        long cheapest = 0;
        for (var portion : dearestFirst) {
            long taken = Math.min(left, portion.units());
            worth += taken * portion.unitPrice();
            cheapest = taken > 0 ? portion.unitPrice() : cheapest;
            left -= taken;
        }
        long missing = Math.max(0, effect.amount().minorUnits() + 1 - worth);
        if (left > 0) {
            return new Wanted(left, missing, 0, 0);
        }
        return missing == 0 ? Wanted.NOTHING : Wanted.units(1, 1, missing + cheapest);
    }
}
