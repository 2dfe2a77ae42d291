package io.discounts.service.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Chances that come out the same for the same seed. Not thread-safe. */
final class Dice {
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final RandomGenerator random;

    private Dice(RandomGenerator random) {
        this.random = random;
    }

    /** The dice of one thing: what that thing comes to does not depend on what was rolled for others before it. */
    static Dice of(long seed, String thing, long... which) {
        var mixed = seed ^ thing.hashCode();
        for (var part : which) {
            mixed = (mixed ^ part) * MIX;
            mixed ^= mixed >>> 32;
        }
        return new Dice(new SplittableRandom(mixed));
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Both ends included. */
    int between(int from, int to) {
        return random.nextInt(from, to + 1);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** As a few things are popular and most are not: the first choices come far more often than the last. */
    <T> T popularOneOf(List<T> choices) {
        var position = random.nextDouble();
        return choices.get((int) (position * position * choices.size()));
    }

    /** Up to {@code count} different choices, popular ones more often, in the order they were rolled. */
    <T> List<T> popularSome(List<T> choices, int count) {
        var seen = new HashSet<T>();
        var some = new ArrayList<T>();
        for (var i = 0; i < count; i++) {
            var choice = popularOneOf(choices);
            if (seen.add(choice)) {
                some.add(choice);
            }
        }
        return some;
    }
}
