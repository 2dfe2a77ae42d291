package io.discounts.loadtests.ingestion;

import io.discounts.loadtests.harness.Streamed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What is published of discounts, without withdrawals.
 *
 * @param news gives at least so many events, others each time
 */
record PublishedOnce(IntFunction<List<Streamed>> news) {
    private static final String PUBLISHED = "io.discounts.discount.published.v1";

    /** The next events, none of which speaks of a discount of which another does. */
    List<Streamed> next(int events) {
        var bySubject = new LinkedHashMap<String, Streamed>();
        while (bySubject.size() < events) {
            news.apply(events - bySubject.size()).stream()
                    .filter(event -> event.json().contains(PUBLISHED))
                    .forEach(event -> bySubject.putIfAbsent(event.stream() + ' ' + event.subject(), event));
        }
        return bySubject.values().stream().limit(events).toList();
    }
}
