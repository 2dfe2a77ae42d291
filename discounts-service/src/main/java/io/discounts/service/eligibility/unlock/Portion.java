package io.discounts.service.eligibility.unlock;

import io.discounts.service.eligibility.pricing.Basket;

import java.util.ArrayList;
import java.util.List;

/** Some units at one price. */
record Portion(long units, long unitPrice) {
    static final long MAX_PRICE = Basket.Line.MAX_UNIT_PRICE;

    /**
     * Units that are worth an amount together: {@code dear} of them at {@code dearPrice} or more, what is left of the amount
     * in as few of them as can be, the others free.
     */
    static List<Portion> spread(long units, long amount, long dear, long dearPrice) {
        var portions = new ArrayList<Portion>(4);
        long left = fill(dear, dearPrice, amount - dear * dearPrice, portions);
        fill(units - dear, 0, left, portions);
        return portions;
    }

    /** How many lines of a basket hold it. */
    long lines() {
        return Math.ceilDiv(units, Basket.Line.MAX_QUANTITY);
    }

    private static long fill(long units, long price, long surplus, List<Portion> portions) {
        long room = MAX_PRICE - price;
        long full = room == 0 ? 0 : Math.min(units, surplus / room);
        long left = surplus - full * room;
        long rest = units - full;
        add(full, MAX_PRICE, portions);
        if (left > 0 && rest > 0 && room > 0) {
            add(1, price + left, portions);
            left = 0;
            rest--;
        }
        add(rest, price, portions);
        return left;
    }

    private static void add(long units, long price, List<Portion> portions) {
        if (units > 0) {
            portions.add(new Portion(units, price));
        }
    }
}
