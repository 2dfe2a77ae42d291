package io.discounts.service.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The cache in this process, in front of a source. A fresh value is served at once; near its end it is renewed behind the
 * caller's back; past it the caller waits for a load, for a bounded time; and when that fails the old value is served and
 * called stale (<a href="https://www.rfc-editor.org/rfc/rfc5861">RFC 5861</a>'s stale-if-error). Keys that nothing is
 * known of are cached like any other.
 *
 * <p>An invalidation names a version: older values are renewed at once, those of many invalidations together, and count as
 * expired where that takes long; so does what was being loaded when it came. An older version never replaces a newer one. Safe
 * for use by any thread.
 */
final class NearCache<K, V> implements Lookup<K, V> {
    private static final Duration FLOOR_RETENTION = Duration.ofMinutes(2);
    private static final int MAX_FLOORS = 100_000;

    /** How long an old value may still be served once there is news of a newer one, which is on its way. */
    private static final Duration NEWS_WITHIN = Duration.ofSeconds(1);

    /** Of the freshness bound: a fifth before a value is due. */
    private static final int AHEAD = 5;

    /** In one load: well below what the database's optimizer still takes for single keys. */
    private static final int MOST_AHEAD = 5_000;

    /** What news has said: older versions may be served until then. */
    private record Floor(long version, long deadline) {
        static Floor higher(Floor one, Floor other) {
            return other.version > one.version ? other : one;
        }
    }

    private final Cache<K, NearEntry<V>> entries;
    private final Cache<K, Floor> floors = Caffeine.newBuilder()
            .maximumSize(MAX_FLOORS)
            .expireAfterWrite(FLOOR_RETENTION)
            .build();
    private final AtomicLong epoch = new AtomicLong();
    private final SingleFlight<K, V> loads;
    private final Renewals<K> renewals;
    private final NearPolicy policy;
    private final Clock clock;
    private final CacheMetrics metrics;

    /**
     * Holds nothing yet.
     *
     * @param executor runs loads
     * @param later begins renewals, a while after the first key is due
     */
    NearCache(
            Source<K, V> source,
            Weigher<K, V> weigher,
            NearPolicy policy,
            Executor executor,
            Executor later,
            Clock clock,
            CacheMetrics metrics) {
        this.entries = Caffeine.newBuilder()
                .maximumWeight(policy.maxWeight())
                .weigher((K key, NearEntry<V> entry) -> weigher.weigh(key, entry.value()))
                .build();
        this.loads = new SingleFlight<>(keys -> loadAndKeep(source, keys), executor);
        this.renewals = new Renewals<>(later, loads::start);
        this.policy = policy;
        this.clock = clock;
        this.metrics = metrics;
    }

    @Override
    public Loaded<K, V> get(Collection<K> keys, Duration patience) {
        var now = clock.millis();
        var values = new HashMap<K, V>(2 * keys.size());
        var due = new ArrayList<K>();
        var lacking = new ArrayList<K>();
        for (K key : keys) {
            var entry = entries.getIfPresent(key);
            if (entry == null || !entry.isFresh(now, epoch.get())) {
                lacking.add(key);
            } else {
                values.put(key, entry.value());
                if (entry.isDue(now)) {
                    due.add(key);
                }
            }
        }
        metrics.near(values.size(), lacking.size());
        if (!due.isEmpty()) {
            renewals.add(due);
        }
        return lacking.isEmpty() ? new Loaded<>(values, false) : fill(values, lacking, now, patience);
    }

    /**
     * Whether a value is held or on its way: news of it is worth nothing otherwise, for whoever loads it from now on finds what
     * the news is about.
     */
    boolean concerns(K key) {
        // In this order, for a value is held before it is on its way no longer.
        return loads.isUnderWay(key) || entries.asMap().containsKey(key);
    }

    /** Whatever is older than {@code version} is renewed, with what else has changed by then, or counts as expired soon. */
    void invalidate(K key, long version) {
        var deadline = clock.millis() + NEWS_WITHIN.toMillis();
        floors.asMap().merge(key, new Floor(version, deadline), Floor::higher);
        var kept = entries.asMap()
                .computeIfPresent(
                        key, (k, entry) -> entry.version() < version ? entry.freshUntilAtMost(deadline) : entry);
        if (kept != null && kept.version() < version) {
            renewals.add(List.of(key));
        }
    }

    /**
     * Renews all that is held and will be due soon, however long ago it was asked for, in few large loads. For values that are
     * small and whose source is dear: to be called again within a tenth of the freshness bound, so that no caller finds any
     * of them due.
     */
    void renewAhead() {
        var soon = clock.millis() + policy.freshFor().dividedBy(AHEAD).toMillis();
        var ageing = new ArrayList<K>();
        entries.asMap().forEach((key, entry) -> {
            if (entry.mayLoad(clock.millis()) && !(entry.isFresh(soon, epoch.get()) && soon < entry.renewFrom())) {
                ageing.add(key);
            }
        });
        Chunks.of(ageing, MOST_AHEAD).forEach(loads::start);
    }

    /** Everything counts as expired: invalidations may have been missed. Old values still serve while loads fail. */
    void distrust() {
        epoch.incrementAndGet();
    }

    long weight() {
        return entries.policy().eviction().stream()
                .mapToLong(eviction -> eviction.weightedSize().orElse(0))
                .sum();
    }

    private Loaded<K, V> fill(Map<K, V> values, List<K> lacking, long now, Duration callers) {
        // Held here too: the cache may drop them, for others' sake, while their successors are loaded.
        var outdated = entries.getAllPresent(lacking);
        var pending = loads.start(
                lacking.stream().filter(key -> mayLoad(outdated.get(key), now)).toList());
        var start = System.nanoTime();
        var stale = false;
        for (K key : lacking) {
            var old = outdated.get(key);
            var patience = old == null ? policy.loadTimeout() : policy.renewTimeout();
            var isShort = callers.compareTo(patience) < 0;
            var arrived = await(pending.get(key), start + (isShort ? callers : patience).toNanos());
            if (arrived == null && !isShort && pending.containsKey(key)) {
                postpone(key);
            }
            var present = entries.getIfPresent(key);
            var kept = present == null ? old : present;
            values.put(key, newest(arrived, kept));
            stale |= arrived == null && kept != null && !kept.isFresh(now, epoch.get());
        }
        if (stale) {
            metrics.stale();
        }
        return new Loaded<>(values, stale);
    }

    private static <V> V newest(@Nullable Versioned<V> arrived, @Nullable NearEntry<V> kept) {
        if (arrived != null && (kept == null || arrived.version() >= kept.version())) {
            return arrived.value();
        }
        if (kept == null) {
            throw new SourceUnavailableException();
        }
        return kept.value();
    }

    private static <V> boolean mayLoad(@Nullable NearEntry<V> entry, long now) {
        return entry == null || entry.mayLoad(now);
    }

    private static <V> @Nullable Versioned<V> await(
            @Nullable CompletableFuture<Versioned<V>> load, long deadlineNanos) {
        if (load == null) {
            return null;
        }
        try {
            return load.get(Math.max(0, deadlineNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            return null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private Map<K, Versioned<V>> loadAndKeep(Source<K, V> source, Collection<K> keys) {
        var asOf = clock.millis();
        var epochBefore = epoch.get();
        try {
            var loaded = source.renew(keys, kept(keys));
            loaded.forEach((key, versioned) -> keep(key, NearEntry.of(versioned, asOf, epochBefore, policy.ages(key))));
            return loaded;
        } catch (RuntimeException failure) {
            keys.forEach(this::postpone);
            throw failure;
        }
    }

    private Map<K, Versioned<V>> kept(Collection<K> keys) {
        var kept = new HashMap<K, Versioned<V>>();
        entries.getAllPresent(keys)
                .forEach((key, entry) -> kept.put(key, new Versioned<>(entry.value(), entry.version())));
        return kept;
    }

    private void keep(K key, NearEntry<V> loaded) {
        var floor = floors.getIfPresent(key);
        if (floor == null || loaded.version() >= floor.version()) {
            put(key, loaded);
        } else {
            put(key, loaded.freshUntilAtMost(floor.deadline()));
            renewals.add(List.of(key));
        }
    }

    private void put(K key, NearEntry<V> entry) {
        entries.asMap().merge(key, entry, (old, now) -> now.version() >= old.version() ? now : postponed(old));
    }

    /** Others do not wait for what this caller has waited for in vain. */
    private void postpone(K key) {
        entries.asMap().computeIfPresent(key, (k, entry) -> postponed(entry));
    }

    private NearEntry<V> postponed(NearEntry<V> entry) {
        return entry.postponed(clock.millis() + policy.retryAfter().toMillis());
    }
}
