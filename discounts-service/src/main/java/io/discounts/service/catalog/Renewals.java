package io.discounts.service.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Collects keys that are due and has them renewed together: of thousands that come due one after the other, a few bulk loads a
 * second are made rather than one for each request that meets some. Safe for use by any thread.
 */
final class Renewals<K> {
    private static final int MOST_AT_ONCE = 1_000;

    private final Set<K> due = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean planned = new AtomicBoolean();
    private final Executor later;
    private final Consumer<List<K>> renew;

    /** @param later runs what it is given after a while, always */
    Renewals(Executor later, Consumer<List<K>> renew) {
        this.later = later;
        this.renew = renew;
    }

    void add(Collection<K> keys) {
        due.addAll(keys);
        if (planned.compareAndSet(false, true)) {
            later.execute(this::renewAll);
        }
    }

    private void renewAll() {
        planned.set(false);
        var now = new ArrayList<>(due);
        now.forEach(due::remove);
        Chunks.of(now, MOST_AT_ONCE).forEach(renew);
    }
}
