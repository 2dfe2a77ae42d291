package io.discounts.sdk.internal.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiFunction;

/** Counts by kind. The first so many kinds are told apart, the others are counted as one. Safe for use by many threads. */
public final class Counts<K> {
    private final Map<K, LongAdder> byKind = new ConcurrentHashMap<>();
    private final int most;
    private final K other;

    /**
     * None yet.
     *
     * @param most kinds that are told apart, {@code other} not among them; some more if many threads find new ones at once
     */
    public Counts(int most, K other) {
        this.most = most;
        this.other = other;
    }

    public void add(K kind) {
        of(kind).increment();
    }

    /** All that were counted, the most frequent first. */
    public <T> List<T> list(BiFunction<K, Long, T> as) {
        return byKind.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue().sum()))
                .sorted(Map.Entry.<K, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().toString()))
                .map(entry -> as.apply(entry.getKey(), entry.getValue()))
                .toList();
    }

    private LongAdder of(K kind) {
        var known = byKind.get(kind);
        if (known != null) {
            return known;
        }
        return byKind.computeIfAbsent(byKind.size() < most ? kind : other, absent -> new LongAdder());
    }
}
