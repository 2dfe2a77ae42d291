package io.discounts.service.eligibility.pricing;

import io.discounts.service.discount.Money;
import io.discounts.service.discount.Percent;
import org.jspecify.annotations.Nullable;

import java.math.BigInteger;

/** Exact arithmetic on minor units, for every amount that {@link Money} allows. */
final class Amounts {
    private Amounts() {}

    /** Rounded half up. The amount is split so that no product leaves 64 bits. */
    static long percentOf(long amount, Percent percent) {
        long whole = amount / Percent.FULL_HUNDREDTHS;
        long rest = amount % Percent.FULL_HUNDREDTHS;
        long half = Percent.FULL_HUNDREDTHS / 2;
        return whole * percent.hundredths() + (rest * percent.hundredths() + half) / Percent.FULL_HUNDREDTHS;
    }

    static long capped(long amount, @Nullable Money cap) {
        return cap == null ? amount : Math.min(amount, cap.minorUnits());
    }

    static long sum(long[] amounts) {
        long sum = 0;
        for (long amount : amounts) {
            sum += amount;
        }
        return sum;
    }

    /**
     * Shares out an amount in proportion to weights by largest remainder (Hamilton's method), ties to the earlier share:
     * the shares add up to the amount, and none is greater than its weight.
     *
     * @param amount at most the sum of the weights
     * @param weights used up: what is in them afterwards means nothing
     */
    static long[] allocate(long amount, long[] weights) {
        long total = sum(weights);
        if (amount == total) {
            return weights;
        }
        var shares = new long[weights.length];
        var remainders = weights;
        long left = amount;
        for (int i = 0; i < weights.length; i++) {
            shares[i] = share(amount, weights[i], total, remainders, i);
            left -= shares[i];
        }
        for (; left > 0; left--) {
            int largest = largest(remainders);
            shares[largest]++;
            remainders[largest] = 0;
        }
        return shares;
    }

    private static long share(long amount, long weight, long total, long[] remainders, int i) {
        long product = amount * weight;
        if (Math.multiplyHigh(amount, weight) == 0 && product >= 0) {
            remainders[i] = product % total;
            return product / total;
        }
        var divided = BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(weight))
                .divideAndRemainder(BigInteger.valueOf(total));
        remainders[i] = divided[1].longValueExact();
        return divided[0].longValueExact();
    }

    /** The place of the largest, the earliest of equals. */
    private static int largest(long[] amounts) {
        int largest = 0;
        for (int i = 1; i < amounts.length; i++) {
            largest = amounts[i] > amounts[largest] ? i : largest;
        }
        return largest;
    }
}
