package io.discounts.loadtests.data;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** How often each of some things comes up, the first the most often. Immutable and safe for use by any thread. */
final class Popularity {
    private final double[] cumulative;

    private Popularity(double[] cumulative) {
        this.cumulative = cumulative;
    }

    /**
     * By the law of Zipf and Mandelbrot: the thing at position {@code r} has the weight {@code 1 / (r + shift)^exponent},
     * counted from 1.
     *
     * @param shift flattens the top: without it, one store in a country would have a thirtieth of all offers
     */
    static Popularity zipf(int count, double exponent, double shift) {
        // StrictMath, for Math may differ in the last bit from one machine to the next.
        return of(count, position -> 1 / StrictMath.pow(position + 1 + shift, exponent));
    }

    static Popularity of(int count, IntToDoubleFunction weight) {
        var cumulative = new double[count];
        var sum = 0.0;
        for (int i = 0; i < count; i++) {
            sum += weight.applyAsDouble(i);
            cumulative[i] = sum;
        }
        return new Popularity(cumulative);
    }

    int size() {
        return cumulative.length;
    }

    /** The position that a number in [0, 1) falls on. */
    int at(double share) {
        var found = Arrays.binarySearch(cumulative, share * cumulative[cumulative.length - 1]);
        return Math.min(found < 0 ? -found - 1 : found + 1, cumulative.length - 1);
    }
}
