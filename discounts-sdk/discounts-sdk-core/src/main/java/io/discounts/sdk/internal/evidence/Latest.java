package io.discounts.sdk.internal.evidence;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest of something that happens seldom. Safe for use by many threads. */
final class Latest<T> {
    private final int most;
    private final Deque<T> kept = new ArrayDeque<>();

    Latest(int most) {
        this.most = most;
    }

    synchronized void add(T news) {
        if (kept.size() == most) {
            kept.removeFirst();
        }
        kept.addLast(news);
    }

    synchronized List<T> oldestFirst() {
        return List.copyOf(kept);
    }
}
