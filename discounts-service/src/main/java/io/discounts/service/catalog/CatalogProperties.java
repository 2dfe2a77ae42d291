package io.discounts.service.catalog;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.time.Duration;

/**
 * How the catalog caches.
 *
 * @param freshFor the freshness bound of the near cache: what a lost invalidation costs at most
 * @param loadTimeout how long a read waits for what is not cached
 * @param retryAfter how long a failed renewal is not tried again
 * @param nearSize how much of the heap sheets may take, roughly
 * @param nearStores how many stores' facts are kept in the process
 * @param redisTtl how long Redis keeps a sheet
 */
@ConfigurationProperties("discounts.catalog")
record CatalogProperties(
        @DefaultValue("30s") Duration freshFor,
        @DefaultValue("800ms") Duration loadTimeout,
        @DefaultValue("1s") Duration retryAfter,
        @DefaultValue("256MB") DataSize nearSize,
        @DefaultValue("200000") long nearStores,
        @DefaultValue("10m") Duration redisTtl) {

    NearPolicy sheets(long seed) {
        return new NearPolicy(freshFor, loadTimeout, retryAfter, nearSize.toBytes(), seed);
    }

    NearPolicy stores(long seed) {
        return new NearPolicy(freshFor, loadTimeout, retryAfter, nearStores, seed);
    }
}
