package io.discounts.service.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * Sheets that cover a moment. Nearly all requests ask for the present, which every recent sheet covers; whole ones are asked for
 * where a recent one does not reach back so far.
 */
record SheetsInTime(Lookup<SheetKey, Sheet> recent, Lookup<SheetKey, Sheet> whole) {

    /** Waits for whole sheets as long again as for recent ones. */
    Lookup<SheetKey, Sheet> at(Instant moment) {
        return (keys, patience) -> {
            var found = recent.get(keys, patience);
            var lacking = lacking(found, moment);
            return lacking.isEmpty() ? found : completed(found, whole.get(lacking, patience));
        };
    }

    private static List<SheetKey> lacking(Loaded<SheetKey, Sheet> found, Instant moment) {
        var keys = new ArrayList<SheetKey>(0);
        found.values().forEach((key, sheet) -> {
            if (!sheet.covers(moment)) {
                keys.add(key);
            }
        });
        return keys;
    }

    private static Loaded<SheetKey, Sheet> completed(Loaded<SheetKey, Sheet> recent, Loaded<SheetKey, Sheet> whole) {
        var values = new HashMap<>(recent.values());
        values.putAll(whole.values());
        return new Loaded<>(values, recent.stale() || whole.stale());
    }
}
