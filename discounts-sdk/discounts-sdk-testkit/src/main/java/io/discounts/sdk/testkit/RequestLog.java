package io.discounts.sdk.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The requests that came in: their number, and the newest of them. For use by many threads. */
final class RequestLog {
    private static final int KEPT = 10_000;

    private final Deque<RecordedRequest> newest = new ArrayDeque<>();
    private long count;

    synchronized void add(RecordedRequest request) {
        if (newest.size() == KEPT) {
            newest.removeFirst();
        }
        newest.addLast(request);
        count++;
    }

    synchronized long count() {
        return count;
    }

    synchronized List<RecordedRequest> newest() {
        return List.copyOf(newest);
    }

    synchronized void clear() {
        newest.clear();
        count = 0;
    }
}
