package io.discounts.service.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a near cache holds, and what news has said of it. An older version never replaces a newer one. What is older than news
 * of it counts as expired a moment later, whether it was held when the news came or has arrived since. Safe for use by any
 * thread.
 */
final class NearEntries<K, V> {
    private static final Duration NEWS_RETENTION = Duration.ofMinutes(2);
    private static final int MOST_NEWS = 100_000;

    /** How long an old value may still be served once there is news of a newer one, which is on its way. */
    private static final Duration NEWS_WITHIN = Duration.ofSeconds(1);

    /** Of the freshness bound: a fifth before a value is due. */
    private static final int AHEAD = 5;

    /** Versions below it may be served until the deadline, in epoch milliseconds. */
    private record Floor(long version, long deadline) {
        static Floor higher(Floor one, Floor other) {
            return other.version > one.version ? other : one;
        }
    }

    private final Cache<K, NearEntry<V>> entries;
    private final Cache<K, Floor> floors = Caffeine.newBuilder()
            .maximumSize(MOST_NEWS)
            .expireAfterWrite(NEWS_RETENTION)
            .build();
    private final AtomicLong epoch = new AtomicLong();
    private final NearPolicy policy;
    private final Clock clock;

    NearEntries(Weigher<K, V> weigher, NearPolicy policy, Clock clock) {
        this.entries = Caffeine.newBuilder()
                .maximumWeight(policy.maxWeight())
                .weigher((K key, NearEntry<V> entry) -> weigher.weigh(key, entry.value()))
                .build();
        this.policy = policy;
        this.clock = clock;
    }

    @Nullable
    NearEntry<V> get(K key) {
        return entries.getIfPresent(key);
    }

    Map<K, NearEntry<V>> all(Collection<K> keys) {
        return entries.getAllPresent(keys);
    }

    boolean holds(K key) {
        return entries.asMap().containsKey(key);
    }

    boolean isFresh(NearEntry<V> entry, long now) {
        return entry.isFresh(now, epoch.get());
    }

    /** The trust in which is loaded what is loaded from now on. */
    long epoch() {
        return epoch.get();
    }

    void distrust() {
        epoch.incrementAndGet();
    }

    /** Whether an older version than that of the news is held, and wants renewal. */
    boolean outdate(K key, long version) {
        var deadline = clock.millis() + NEWS_WITHIN.toMillis();
        floors.asMap().merge(key, new Floor(version, deadline), Floor::higher);
        var kept = entries.asMap()
                .computeIfPresent(
                        key, (k, entry) -> entry.version() < version ? entry.freshUntilAtMost(deadline) : entry);
        return kept != null && kept.version() < version;
    }

    /** Whether what has arrived is older than news of it, and wants renewal. */
    boolean keep(K key, NearEntry<V> loaded) {
        var floor = floors.getIfPresent(key);
        if (floor == null || loaded.version() >= floor.version()) {
            put(key, loaded);
            return false;
        }
        put(key, loaded.freshUntilAtMost(floor.deadline()));
        return true;
    }

    /** Others do not wait for what a caller has waited for in vain. */
    void postpone(K key) {
        entries.asMap().computeIfPresent(key, (k, entry) -> postponed(entry));
    }

    /** All that will be due within a fifth of the freshness bound. */
    List<K> ageing() {
        var soon = clock.millis() + policy.freshFor().dividedBy(AHEAD).toMillis();
        var ageing = new ArrayList<K>();
        entries.asMap().forEach((key, entry) -> {
            if (entry.mayLoad(clock.millis()) && !(isFresh(entry, soon) && soon < entry.renewFrom())) {
                ageing.add(key);
            }
        });
        return ageing;
    }

    long weight() {
        return entries.policy().eviction().stream()
                .mapToLong(eviction -> eviction.weightedSize().orElse(0))
                .sum();
    }

    private void put(K key, NearEntry<V> entry) {
        entries.asMap().merge(key, entry, (old, now) -> now.version() >= old.version() ? now : postponed(old));
    }

    private NearEntry<V> postponed(NearEntry<V> entry) {
        return entry.postponed(clock.millis() + policy.retryAfter().toMillis());
    }
}
