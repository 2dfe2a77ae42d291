package io.discounts.service.eligibility.pricing;

import io.discounts.service.discount.Effect;
import io.discounts.service.discount.Selection;

import java.util.Iterator;

/** Every so many units, dearest first, for one price. */
final class Bundles {
    private final Effect.BundlePrice bundle;
    private final long[] lines;
    private final Iterator<UnitRun> runs;
    private long left;
    private UnitRun run = new UnitRun(0, 0, 0);
    private int unitsLeft;

    private Bundles(Effect.BundlePrice bundle, Selection selection, Prices prices) {
        this.bundle = bundle;
        this.lines = new long[prices.lineCount()];
        var matching = UnitRun.dearestFirst(prices, selection);
        this.runs = matching.iterator();
        long whole = UnitRun.units(matching) / bundle.quantity();
        this.left = bundle.maxGroups() == null ? whole : Math.min(whole, bundle.maxGroups());
    }

    /** What each line saves. */
    static long[] of(Effect.BundlePrice bundle, Selection selection, Prices prices) {
        return new Bundles(bundle, selection, prices).save();
    }

    private long[] save() {
        while (left > 0) {
            if (unitsLeft == 0) {
                nextRun();
            } else if (unitsLeft >= bundle.quantity()) {
                bundlesOfOneRun();
            } else {
                bundleOfSeveralRuns();
            }
        }
        return lines;
    }

    private void nextRun() {
        run = runs.next();
        unitsLeft = run.units();
    }

    private void bundlesOfOneRun() {
        long bundles = Math.min(left, unitsLeft / bundle.quantity());
        lines[run.line()] += bundles * saving(run.price() * bundle.quantity());
        unitsLeft -= (int) (bundles * bundle.quantity());
        left -= bundles;
    }

    private void bundleOfSeveralRuns() {
        var inBundle = new long[lines.length];
        for (int missing = bundle.quantity(); missing > 0; ) {
            if (unitsLeft == 0) {
                nextRun();
            }
            int taken = Math.min(missing, unitsLeft);
            inBundle[run.line()] += taken * run.price();
            unitsLeft -= taken;
            missing -= taken;
        }
        var saved = Amounts.allocate(saving(Amounts.sum(inBundle)), inBundle);
        for (int i = 0; i < lines.length; i++) {
            lines[i] += saved[i];
        }
        left--;
    }

    private long saving(long price) {
        return Math.max(0, price - bundle.amount().minorUnits());
    }
}
