package io.discounts.service.redis;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * Where the locks are: in the same Redis as the caches.
 *
 * @param url {@code redis://} or {@code rediss://}, with user, password and database as Lettuce reads them
 * @param timeout of one command
 * @param lockWatchdog how long a lock without a lease of its own outlives its holder, who renews it three times in that time
 */
@ConfigurationProperties("discounts.redis")
record RedissonProperties(
        @DefaultValue("redis://127.0.0.1:6379") String url,
        @DefaultValue("150ms") Duration timeout,
        @DefaultValue("6s") Duration lockWatchdog) {}
