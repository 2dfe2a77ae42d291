package io.discounts.service.eligibility.pricing;

import io.discounts.service.discount.Selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Units of one line that carry the same price. A line has at most two runs, so half a million units are a thousand runs.
 *
 * @param line the line's position in the basket
 * @param price of each unit
 * @param units how many
 */
record UnitRun(int line, long price, int units) {
    private static final Comparator<UnitRun> DEAREST_FIRST =
            Comparator.comparingLong(UnitRun::price).reversed().thenComparingInt(UnitRun::line);

    /** The matching units by price descending, then line order. */
    static List<UnitRun> dearestFirst(Prices prices, Selection selection) {
        return dearestFirst(prices, line -> prices.matches(line, selection));
    }

    static List<UnitRun> dearestFirst(Prices prices, IntPredicate lines) {
        var runs = new ArrayList<UnitRun>();
        for (int line = 0; line < prices.lineCount(); line++) {
            if (lines.test(line)) {
                addRunsOf(line, prices, runs);
            }
        }
        runs.sort(DEAREST_FIRST);
        return runs;
    }

    static long units(List<UnitRun> runs) {
        long units = 0;
        for (var run : runs) {
            units += run.units();
        }
        return units;
    }

    private static void addRunsOf(int line, Prices prices, List<UnitRun> runs) {
        int units = prices.unitsOf(line);
        long price = prices.ofLine(line) / units;
        int dearer = (int) (prices.ofLine(line) % units);
        if (dearer > 0) {
            runs.add(new UnitRun(line, price + 1, dearer));
        }
        runs.add(new UnitRun(line, price, units - dearer));
    }
}
