package io.discounts.service.catalog;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.time.Duration;

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
 */
@ConfigurationProperties("discounts.catalog")
record CatalogProperties(
        @DefaultValue("30s") Duration freshFor,
        @DefaultValue("500ms") Duration loadTimeout,
        @DefaultValue("150ms") Duration renewTimeout,
        @DefaultValue("1s") Duration retryAfter,
        @DefaultValue("256MB") DataSize nearSize,
        @DefaultValue("200000") long nearStores,
        @DefaultValue("10m") Duration redisTtl) {

    NearPolicy sheets(long seed) {
        return new NearPolicy(freshFor, loadTimeout, renewTimeout, retryAfter, nearSize.toBytes(), seed);
    }

    NearPolicy stores(long seed) {
        return new NearPolicy(freshFor, loadTimeout, renewTimeout, retryAfter, nearStores, seed);
    }
}
