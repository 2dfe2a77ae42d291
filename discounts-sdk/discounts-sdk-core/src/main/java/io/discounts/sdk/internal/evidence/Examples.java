package io.discounts.sdk.internal.evidence;

import io.discounts.sdk.report.MismatchClass.Example;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest examples of a class of mismatches, and how many calls it has. */
final class Examples {
    private final int most;
    private final Deque<Example> latest = new ArrayDeque<>();
    private long calls;

    Examples(int most) {
        this.most = most;
    }

    synchronized void add(Example example, boolean ofAnotherCall) {
        calls += ofAnotherCall ? 1 : 0;
        if (latest.size() == most) {
            latest.removeLast();
        }
        latest.addFirst(example);
    }

    synchronized long calls() {
        return calls;
    }

    synchronized List<Example> newestFirst() {
        return List.copyOf(latest);
    }
}
