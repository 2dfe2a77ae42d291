package io.discounts.service.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Cuts lists into pieces that one statement may take. */
final class Chunks {
    private Chunks() {}

    /** Pieces of so many at most. */
    static <T> List<List<T>> of(List<T> all, int most) {
        return of(all, most, Integer.MAX_VALUE, one -> 0);
    }

    /** Pieces of so many at most, and of so much weight at most, but for one that is heavier alone. */
    static <T> List<List<T>> of(List<T> all, int most, int heaviest, ToIntFunction<T> weight) {
        var chunks = new ArrayList<List<T>>();
        var from = 0;
        var carried = 0L;
        for (int i = 0; i < all.size(); i++) {
            var next = weight.applyAsInt(all.get(i));
            if (i > from && (i - from == most || carried + next > heaviest)) {
                chunks.add(all.subList(from, i));
                from = i;
                carried = 0;
            }
            carried += next;
        }
        if (from < all.size()) {
            chunks.add(all.subList(from, all.size()));
        }
        return chunks;
    }
}
