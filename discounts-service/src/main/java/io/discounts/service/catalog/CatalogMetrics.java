package io.discounts.service.catalog;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Every meter of the catalog. Reads count keys; loads count round trips. */
final class CatalogMetrics {
    /** Keys looked up, by cache (stores, sheets, whole-sheets), level (near, redis) and result (hit, miss). */
    static final String READS = "discounts.catalog.reads";

    /** Answers that held a value past its freshness bound, by cache. */
    static final String STALE = "discounts.catalog.stale";

    /** Round trips, by source (redis, mysql-sheets, mysql-stores); how long and how many. */
    static final String LOADS = "discounts.catalog.loads";

    /** Round trips to Redis that failed and were answered from behind. */
    static final String REDIS_FAILURES = "discounts.catalog.redis.failures";

    /** What the near caches hold, in the unit of their bound: bytes of sheets, number of stores. */
    static final String NEAR_WEIGHT = "discounts.catalog.near.weight";

    private final MeterRegistry registry;
    private final Counter redisHits;
    private final Counter redisMisses;
    private final Counter redisFailures;
    private final Timer redisLoads;
    private final Timer sheetQueries;
    private final Timer storeQueries;

    CatalogMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.redisHits = reads("sheets", "redis", "hit");
        this.redisMisses = reads("sheets", "redis", "miss");
        this.redisFailures = registry.counter(REDIS_FAILURES);
        this.redisLoads = registry.timer(LOADS, "source", "redis");
        this.sheetQueries = registry.timer(LOADS, "source", "mysql-sheets");
        this.storeQueries = registry.timer(LOADS, "source", "mysql-stores");
    }

    CacheMetrics cache(String name) {
        return new CacheMetrics(
                reads(name, "near", "hit"), reads(name, "near", "miss"), registry.counter(STALE, "cache", name));
    }

    <C> void weight(String cache, C near, ToDoubleFunction<C> weight) {
        Gauge.builder(NEAR_WEIGHT, near, weight).tag("cache", cache).register(registry);
    }

    void redis(int hits, int misses) {
        redisHits.increment(hits);
        redisMisses.increment(misses);
    }

    void redisFailed() {
        redisFailures.increment();
    }

    <T> T timeRedis(Supplier<T> roundTrip) {
        return redisLoads.record(roundTrip);
    }

    <T> T timeSheetQuery(Supplier<T> statement) {
        return sheetQueries.record(statement);
    }

    <T> T timeStoreQuery(Supplier<T> statement) {
        return storeQueries.record(statement);
    }

    private Counter reads(String cache, String level, String result) {
        return registry.counter(READS, "cache", cache, "level", level, "result", result);
    }
}
