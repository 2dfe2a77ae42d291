package io.discounts.service.catalog;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How the catalog caches.
 *
 * @param freshFor the freshness bound of the near cache: what a lost invalidation costs at most
 * @param loadTimeout how long a read waits for what is not cached; MySQL is asked no more for a while once half of the loads
 *     take longer
 * @param renewTimeout how long a read waits for what is cached but past its bound, before it is served stale
 * @param retryAfter how long a failed renewal is not tried again
 * @param nearSize how much of the heap sheets may take, roughly
 * @param nearStores how many stores' facts are kept in the process
 * @param redisTtl how long Redis keeps a sheet
 * @param endedKept how long discounts stay in the cached sheets once they have ended; reads for earlier times take whole
 *     sheets from MySQL
 * @param wholeSize how much of the heap whole sheets may take, roughly
 */
@ConfigurationProperties("discounts.catalog")
record CatalogProperties(
        @DefaultValue("30s") Duration freshFor,
        @DefaultValue("500ms") Duration loadTimeout,
        @DefaultValue("150ms") Duration renewTimeout,
        @DefaultValue("1s") Duration retryAfter,
        @DefaultValue("256MB") DataSize nearSize,
        @DefaultValue("200000") long nearStores,
        @DefaultValue("10m") Duration redisTtl,
        @DefaultValue("30d") Duration endedKept,
        @DefaultValue("32MB") DataSize wholeSize) {

    CatalogProperties {
        if (endedKept.isNegative()) {
            throw new IllegalArgumentException("discounts.catalog.ended-kept must not be negative");
        }
    }

    NearPolicy sheets(long seed) {
        return new NearPolicy(freshFor, loadTimeout, renewTimeout, retryAfter, nearSize.toBytes(), seed);
    }

    NearPolicy wholeSheets(long seed) {
        return new NearPolicy(freshFor, loadTimeout, renewTimeout, retryAfter, wholeSize.toBytes(), seed);
    }

    /** From when on a sheet is complete that is loaded now; in whole milliseconds. */
    Instant since(Clock clock) {
        var since = clock.instant().minus(endedKept).truncatedTo(ChronoUnit.MILLIS);
        return since.isBefore(RawSheet.ALWAYS) ? RawSheet.ALWAYS : since;
    }

    NearPolicy stores(long seed) {
        return new NearPolicy(freshFor, loadTimeout, renewTimeout, retryAfter, nearStores, seed);
    }
}
