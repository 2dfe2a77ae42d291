package io.discounts.service.demo;

import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;

/** A day's work of the providers: mostly new versions, sometimes a withdrawal, sometimes a second thought. */
final class DemoChanges {
    private static final int WITHDRAWN_PERCENT = 15;

    private final DemoDiscounts discounts;
    private final Dice dice;
    private final int[] versions;
    private final BitSet withdrawn = new BitSet();

    DemoChanges(DemoDiscounts discounts, Dice dice, int count) {
        this.discounts = discounts;
        this.dice = dice;
        this.versions = new int[count];
        Arrays.fill(versions, 1);
    }

    /** The next change. Withdrawn discounts come back about as often as others are withdrawn. */
    DemoEvent next(Instant now) {
        var number = dice.chance(WITHDRAWN_PERCENT) && !withdrawn.isEmpty()
                ? withdrawn.nextSetBit(0)
                : dice.between(0, versions.length - 1);
        var version = ++versions[number];
        var withdraws = !withdrawn.get(number) && dice.chance(WITHDRAWN_PERCENT);
        withdrawn.set(number, withdraws);
        return withdraws ? discounts.withdrawn(number, version, now) : discounts.published(number, version, now);
    }
}
