package io.discounts.service.catalog;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * Where Redis is.
 *
 * @param url {@code redis://} or {@code rediss://}, with user, password and database as Lettuce reads them
 * @param timeout of one command, after which MySQL is asked
 */
@ConfigurationProperties("discounts.redis")
record RedisProperties(
        @DefaultValue("redis://127.0.0.1:6379") String url,
        @DefaultValue("150ms") Duration timeout) {}
