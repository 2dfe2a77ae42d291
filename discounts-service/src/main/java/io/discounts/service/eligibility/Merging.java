package io.discounts.service.eligibility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes one list of two that stand in order. */
final class Merging {
    private Merging() {}

    /** Of twins the first; one of the two themselves if the other is empty. */
    static <T> List<T> inOrder(List<T> some, List<T> others, Comparator<T> order) {
        if (some.isEmpty() || others.isEmpty()) {
            return some.isEmpty() ? others : some;
        }
        var merged = new ArrayList<T>(some.size() + others.size());
        int at = 0;
        for (var other : others) {
            int compared = -1;
            while (at < some.size() && (compared = order.compare(some.get(at), other)) < 0) {
                merged.add(some.get(at++));
            }
            if (compared != 0) {
                merged.add(other);
            }
        }
        merged.addAll(some.subList(at, some.size()));
        return merged;
    }
}
