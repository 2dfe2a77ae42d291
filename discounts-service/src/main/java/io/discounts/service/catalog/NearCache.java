package io.discounts.service.catalog;

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
    /** In one load: well below what the database's optimizer still takes for single keys. */
    private static final int MOST_AHEAD = 5_000;

    private final NearEntries<K, V> entries;
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
        this.entries = new NearEntries<>(weigher, policy, clock);
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
            var entry = entries.get(key);
            if (entry == null || !entries.isFresh(entry, now)) {
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
        return loads.isUnderWay(key) || entries.holds(key);
    }

    /** Whatever is older than {@code version} is renewed, with what else has changed by then, or counts as expired soon. */
    void invalidate(K key, long version) {
        if (entries.outdate(key, version)) {
            renewals.add(List.of(key));
        }
    }

    /**
     * Renews all that is held and will be due soon, however long ago it was asked for, in few large loads. For values that are
     * small and whose source is dear: to be called again within a tenth of the freshness bound, so that no caller finds any
     * of them due.
     */
    void renewAhead() {
        Chunks.of(entries.ageing(), MOST_AHEAD).forEach(loads::start);
    }

    /** Everything counts as expired: invalidations may have been missed. Old values still serve while loads fail. */
    void distrust() {
        entries.distrust();
    }

    long weight() {
        return entries.weight();
    }

    private Loaded<K, V> fill(Map<K, V> values, List<K> lacking, long now, Duration callers) {
        // Held here too: the cache may drop them, for others' sake, while their successors are loaded.
        var outdated = entries.all(lacking);
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
                entries.postpone(key);
            }
            var present = entries.get(key);
            var kept = present == null ? old : present;
            values.put(key, newest(arrived, kept));
            stale |= arrived == null && kept != null && !entries.isFresh(kept, now);
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
        var epoch = entries.epoch();
        try {
            var loaded = source.renew(keys, kept(keys));
            loaded.forEach((key, versioned) -> keep(key, NearEntry.of(versioned, asOf, epoch, policy.ages(key))));
            return loaded;
        } catch (RuntimeException failure) {
            keys.forEach(entries::postpone);
            throw failure;
        }
    }

    private Map<K, Versioned<V>> kept(Collection<K> keys) {
        var kept = new HashMap<K, Versioned<V>>();
        entries.all(keys).forEach((key, entry) -> kept.put(key, new Versioned<>(entry.value(), entry.version())));
        return kept;
    }

    private void keep(K key, NearEntry<V> loaded) {
        if (entries.keep(key, loaded)) {
            renewals.add(List.of(key));
        }
    }
}
