package io.discounts.service.eligibility.pricing;

import io.discounts.service.discount.Target;

/** What one discount takes off, in minor units, and which lines it comes off. Immutable. */
public final class Saving {
    private static final long[] NO_LINES = {};

    private final Target target;
    private final long amount;
    private final long[] lines;

    private Saving(Target target, long amount, long[] lines) {
        this.target = target;
        this.amount = amount;
        this.lines = lines;
    }

    static Saving ofFee(Target.Fee fee, long amount) {
        return new Saving(fee, amount, NO_LINES);
    }

    static Saving nothing(Target.Items items) {
        return new Saving(items, 0, NO_LINES);
    }

    /** Off the items, by the lines' positions; the array is the saving's own from here on. */
    static Saving ofLines(Target.Items items, long[] lines) {
        return new Saving(items, Amounts.sum(lines), lines);
    }

    public Target target() {
        return target;
    }

    public long amount() {
        return amount;
    }

    public boolean isNothing() {
        return amount == 0;
    }

    /** What comes off the line at this position of the basket; 0 for every line if the target is a fee. */
    public long ofLine(int line) {
        return line < lines.length ? lines[line] : 0;
    }
}
