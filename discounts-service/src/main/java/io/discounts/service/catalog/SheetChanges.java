package io.discounts.service.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.discounts.service.discount.DiscountId;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What news has lately told of sheets: which discounts each version changed. Hints, and with gaps: a version of which nothing was
 * heard, or too much to tell, is not known. Bounded, and safe for use by any thread.
 */
final class SheetChanges {
    /** As long as a near cache is sure to ask for what it holds. */
    private static final Duration KEPT = Duration.ofMinutes(2);

    private static final int MOST = 200_000;

    /** Versions that are worth to be made up for one by one. */
    private static final int MOST_VERSIONS = 32;

    private record Change(SheetKey sheet, long version) {}

    private final Cache<Change, Set<DiscountId>> changes =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    private final Cache<SheetKey, Long> newest =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    void note(Invalidation.OfSheet news) {
        if (!news.changed().isEmpty()) {
            changes.put(new Change(news.sheet(), news.version()), news.changed());
            newest.asMap().merge(news.sheet(), news.version(), Math::max);
        }
    }

    /** What has changed after one version, by version: as far as that is known without a gap. */
    Map<Long, Set<DiscountId>> after(SheetKey sheet, long version) {
        var known = newest.getIfPresent(sheet);
        if (known == null || known <= version) {
            return Map.of();
        }
        var found = new HashMap<Long, Set<DiscountId>>();
        for (long next = version + 1; next <= Math.min(known, version + MOST_VERSIONS); next++) {
            var changed = changes.getIfPresent(new Change(sheet, next));
            if (changed == null) {
                return found;
            }
            found.put(next, changed);
        }
        return found;
    }

    /** All that has changed after one version up to another; empty if not all of it is among the changes. */
    static Optional<Set<DiscountId>> between(long from, long until, Map<Long, Set<DiscountId>> changes) {
        var all = new HashSet<DiscountId>();
        for (long version = from + 1; version <= until; version++) {
            var changed = changes.get(version);
            if (changed == null) {
                return Optional.empty();
            }
            all.addAll(changed);
        }
        return Optional.of(all);
    }
}
