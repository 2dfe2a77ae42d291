package io.discounts.service.catalog;

import io.micrometer.core.instrument.Counter;

/** The meters of one near cache. */
record CacheMetrics(Counter hits, Counter misses, Counter staleAnswers) {
    void near(int hit, int missed) {
        hits.increment(hit);
        misses.increment(missed);
    }

    void stale() {
        staleAnswers.increment();
    }
}
