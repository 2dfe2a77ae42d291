package io.discounts.sdk.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What discounts stores have, and had: an answer knows the changes up to the lag before its moment, and its watermarks say
 * so. For use by many threads.
 */
final class Catalogue {
    private record Change(Instant at, String storeId, FakeDiscount discount, boolean listed) {}

    private static final Comparator<FakeDiscount> ORDER = Comparator.comparingInt((FakeDiscount one) -> one.priority())
            .reversed()
            .thenComparing(FakeDiscount::id);

    private final List<Change> changes = new ArrayList<>();
    private Duration lag = Duration.ZERO;

    synchronized void list(String storeId, FakeDiscount discount, Instant at) {
        changes.add(new Change(at, storeId, discount, true));
    }

    synchronized void unlist(String storeId, FakeDiscount discount, Instant at) {
        changes.add(new Change(at, storeId, discount, false));
    }

    synchronized void lag(Duration newLag) {
        lag = newLag;
    }

    /** By priority descending, then id. */
    synchronized List<FakeDiscount> of(String storeId, Instant now) {
        var discounts = new HashMap<String, FakeDiscount>();
        for (var change : changes) {
            if (change.storeId.equals(storeId) && isApplied(change, now)) {
                apply(change, discounts);
            }
        }
        return discounts.values().stream().sorted(ORDER).toList();
    }

    synchronized Optional<FakeDiscount> find(String id, Instant now) {
        return changes.stream()
                .filter(change -> isApplied(change, now) && change.discount.id().equals(id))
                .reduce((earlier, later) -> later)
                .map(Change::discount);
    }

    /** By provider: all changes up to this moment are applied. */
    synchronized Map<String, Object> watermarks(Instant now) {
        var watermarks = new TreeMap<String, Object>();
        changes.forEach(change -> watermarks.put(change.discount.provider(), now.minus(lag)));
        return watermarks;
    }

    private boolean isApplied(Change change, Instant now) {
        return !change.at.isAfter(now.minus(lag));
    }

    private static void apply(Change change, Map<String, FakeDiscount> discounts) {
        if (change.listed) {
            discounts.put(change.discount.id(), change.discount);
        } else {
            discounts.remove(change.discount.id());
        }
    }
}
