package io.discounts.loadtests.data;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * What is left to chance about one thing. It comes out the same for the same seed, kind and number, whatever was drawn for
 * others before or beside it, in any thread. For one thread.
 */
final class Chance {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    private Chance(long mixed) {
        this.random = new SplittableRandom(mixed);
    }

    static Chance of(long seed, String kind, long number) {
        var mixed = ((seed * GOLDEN) ^ kind.hashCode()) * GOLDEN;
        mixed = ((mixed ^ (mixed >>> 31)) + number) * GOLDEN;
        return new Chance(mixed ^ (mixed >>> 29));
    }

    boolean percent(double percent) {
        return random.nextDouble(100) < percent;
    }

    /** Both ends included. */
    int between(int from, int to) {
        return random.nextInt(from, to + 1);
    }

    /** From 0 on. */
    long below(long bound) {
        return random.nextLong(bound);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Different choices, at most so many, in the order drawn. */
    <T> Set<T> some(List<T> choices, int most) {
        var drawn = new LinkedHashSet<T>();
        for (int i = between(1, most); i > 0; i--) {
            drawn.add(oneOf(choices));
        }
        return drawn;
    }

    /** A position, as often as its weight says. */
    int weighted(double... weights) {
        var sum = 0.0;
        for (var weight : weights) {
            sum += weight;
        }
        var left = random.nextDouble(sum);
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** A position, the popular ones more often. */
    int oneOf(Popularity popularity) {
        return popularity.at(random.nextDouble());
    }
}
