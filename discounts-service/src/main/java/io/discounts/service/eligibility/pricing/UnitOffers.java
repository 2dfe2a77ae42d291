package io.discounts.service.eligibility.pricing;

import io.discounts.service.discount.Effect;
import io.discounts.service.discount.Selection;

/** Buy some, get some for less. */
final class UnitOffers {
    private UnitOffers() {}

    /** What each line saves. */
    static long[] of(Effect.BuyXGetY offer, Selection selection, Prices prices) {
        var trigger = offer.trigger();
        return trigger == null ? inGroups(offer, selection, prices) : unlocked(offer, trigger, selection, prices);
    }

    /** Of every {@code buy + get} consecutive units, dearest first, the last {@code get} are for less. */
    private static long[] inGroups(Effect.BuyXGetY offer, Selection selection, Prices prices) {
        var runs = UnitRun.dearestFirst(prices, selection);
        var lines = new long[prices.lineCount()];
        long size = (long) offer.buy() + offer.get();
        long grouped = groups(UnitRun.units(runs) / size, offer) * size;
        long position = 0;
        for (var run : runs) {
            long end = Math.min(position + run.units(), grouped);
            long forLess = position < end ? forLess(end, size, offer) - forLess(position, size, offer) : 0;
            lines[run.line()] += forLess * Amounts.percentOf(run.price(), offer.percent());
            position += run.units();
        }
        return lines;
    }

    /** How many of the first units, in whole groups, are for less. */
    private static long forLess(long units, long groupSize, Effect.BuyXGetY offer) {
        return units / groupSize * offer.get() + Math.max(0, units % groupSize - offer.buy());
    }

    /** Every {@code buy} units of the trigger unlock {@code get} others, cheapest first, ties to the later line. */
    private static long[] unlocked(Effect.BuyXGetY offer, Selection trigger, Selection selection, Prices prices) {
        var lines = new long[prices.lineCount()];
        long triggers = UnitRun.units(UnitRun.dearestFirst(prices, trigger));
        long unlocked = groups(triggers / offer.buy(), offer) * offer.get();
        var others =
                UnitRun.dearestFirst(prices, line -> prices.matches(line, selection) && !prices.matches(line, trigger));
        for (var run : others.reversed()) {
            long forLess = Math.min(unlocked, run.units());
            lines[run.line()] += forLess * Amounts.percentOf(run.price(), offer.percent());
            unlocked -= forLess;
        }
        return lines;
    }

    private static long groups(long whole, Effect.BuyXGetY offer) {
        return offer.maxGroups() == null ? whole : Math.min(whole, offer.maxGroups());
    }
}
