package io.discounts.service.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;

/**
 * Loads in bulk with one load in flight for each key: whoever asks for a key that is being loaded shares that load. The
 * load goes on when those who asked have stopped waiting. Safe for use by any thread.
 */
final class SingleFlight<K, V> {
    private final ConcurrentMap<K, CompletableFuture<Versioned<V>>> inFlight = new ConcurrentHashMap<>();
    private final Source<K, V> source;
    private final Executor executor;

    SingleFlight(Source<K, V> source, Executor executor) {
        this.source = source;
        this.executor = executor;
    }

    /** Starts one bulk load of the keys that are not being loaded already. */
    Map<K, CompletableFuture<Versioned<V>>> start(Collection<K> keys) {
        var all = new HashMap<K, CompletableFuture<Versioned<V>>>();
        var claimed = new HashMap<K, CompletableFuture<Versioned<V>>>();
        for (K key : keys) {
            var mine = new CompletableFuture<Versioned<V>>();
            var running = inFlight.putIfAbsent(key, mine);
            if (running == null) {
                claimed.put(key, mine);
            }
            all.put(key, running == null ? mine : running);
        }
        if (!claimed.isEmpty()) {
            executor.execute(() -> load(claimed));
        }
        return all;
    }

    private void load(Map<K, CompletableFuture<Versioned<V>>> claimed) {
        try {
            var loaded = source.load(claimed.keySet());
            claimed.forEach((key, waiting) -> waiting.complete(loaded.get(key)));
        } catch (Throwable failure) {
            claimed.values().forEach(waiting -> waiting.completeExceptionally(failure));
        } finally {
            claimed.forEach(inFlight::remove);
        }
    }
}
