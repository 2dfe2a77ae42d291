package io.discounts.service.catalog;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A source that holds what a test puts in, counts its loads, and can be away or made to wait. */
final class ScriptedSource implements Source<String, String> {
    private final Map<String, Versioned<String>> values = new ConcurrentHashMap<>();
    private final List<Set<String>> loads = new CopyOnWriteArrayList<>();
    private volatile boolean away;
    private volatile @Nullable CountDownLatch gate;

    ScriptedSource with(String key, String value, long version) {
        values.put(key, new Versioned<>(value, version));
        return this;
    }

    void goAway() {
        away = true;
    }

    void comeBack() {
        away = false;
    }

    /** Loads that have read their values wait here until the gate is opened. */
    CountDownLatch closeGate() {
        var closed = new CountDownLatch(1);
        gate = closed;
        return closed;
    }

    List<Set<String>> loads() {
        return new ArrayList<>(loads);
    }

    @Override
    public Map<String, Versioned<String>> load(Collection<String> keys) {
        loads.add(new TreeSet<>(keys));
        if (away) {
            throw new IllegalStateException("away");
        }
        var found = new HashMap<String, Versioned<String>>();
        keys.forEach(key -> found.put(key, values.getOrDefault(key, new Versioned<>("", 0))));
        awaitGate();
        return found;
    }

    private void awaitGate() {
        var closed = gate;
        try {
            if (closed != null) {
                closed.await();
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
