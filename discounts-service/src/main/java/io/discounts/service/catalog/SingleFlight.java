package io.discounts.service.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;

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
            begin(claimed);
        }
        return all;
    }

    boolean isUnderWay(K key) {
        return inFlight.containsKey(key);
    }

    private void begin(Map<K, CompletableFuture<Versioned<V>>> claimed) {
        try {
            executor.execute(() -> load(claimed));
        } catch (RejectedExecutionException full) {
            settle(claimed, (key, waiting) -> waiting.completeExceptionally(full));
        }
    }

    private void load(Map<K, CompletableFuture<Versioned<V>>> claimed) {
        try {
            var loaded = source.load(claimed.keySet());
            settle(claimed, (key, waiting) -> waiting.complete(loaded.get(key)));
        } catch (Throwable failure) {
            settle(claimed, (key, waiting) -> waiting.completeExceptionally(failure));
        }
    }

    /** Out of flight first: who asks once this load has answered gets a load of its own, not this answer. */
    private void settle(
            Map<K, CompletableFuture<Versioned<V>>> claimed, BiConsumer<K, CompletableFuture<Versioned<V>>> answer) {
        claimed.forEach(inFlight::remove);
        claimed.forEach(answer);
    }
}
