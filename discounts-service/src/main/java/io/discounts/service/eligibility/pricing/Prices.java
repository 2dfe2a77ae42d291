package io.discounts.service.eligibility.pricing;

import io.discounts.service.discount.Selection;
import io.discounts.service.discount.Target;

import java.util.List;

/**
 * A basket's running prices: what earlier discounts of the same combination left. They are kept for each line as a whole;
 * where single units count, a line's price is spread evenly over them, the first units carrying one minor unit more. Not
 * safe for use by several threads.
 */
public final class Prices {
    private final List<Basket.Line> basketLines;
    private final long[] lines;
    private long deliveryFee;
    private long serviceFee;

    /** The prices before any discount. */
    public Prices(Basket basket) {
        basketLines = basket.lines();
        lines = new long[basketLines.size()];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = basketLines.get(i).price();
        }
        deliveryFee = basket.deliveryFee().minorUnits();
        serviceFee = basket.serviceFee().minorUnits();
    }

    /** What is left to pay once the saving is taken off. */
    public void take(Saving saving) {
        switch (saving.target()) {
            case Target.Items ignored -> {
                for (int i = 0; i < lines.length; i++) {
                    lines[i] -= saving.ofLine(i);
                }
            }
            case Target.Fee fee -> take(saving.amount(), fee);
        }
    }

    private void take(long amount, Target.Fee fee) {
        switch (fee) {
            case DELIVERY -> deliveryFee -= amount;
            case SERVICE -> serviceFee -= amount;
        }
    }

    long of(Target.Fee fee) {
        return switch (fee) {
            case DELIVERY -> deliveryFee;
            case SERVICE -> serviceFee;
        };
    }

    int lineCount() {
        return lines.length;
    }

    long ofLine(int line) {
        return lines[line];
    }

    int unitsOf(int line) {
        return basketLines.get(line).quantity();
    }

    boolean matches(int line, Selection selection) {
        return basketLines.get(line).matches(selection);
    }

    /** Whether any line matches. */
    boolean haveAny(Selection selection) {
        for (int i = 0; i < lines.length; i++) {
            if (matches(i, selection)) {
                return true;
            }
        }
        return false;
    }

    /** Each line's price by its position, 0 where it does not match. */
    long[] matching(Selection selection) {
        var matching = new long[lines.length];
        for (int i = 0; i < lines.length; i++) {
            matching[i] = matches(i, selection) ? lines[i] : 0;
        }
        return matching;
    }
}
