package io.discounts.service.outbox.stream;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * What the world hears, and how.
 *
 * @param discountChanged whether {@code io.discounts.discount.changed.v1} is told of each change of the catalog
 * @param relay whether this instance may carry events; those that nobody carries wait
 * @param stream the Kinesis stream they go to
 * @param keepSent how long sent events are kept
 */
@ConfigurationProperties("discounts.events")
record EventsProperties(
        @DefaultValue("true") boolean discountChanged,
        @DefaultValue("true") boolean relay,
        @DefaultValue("discounts-events") String stream,
        @DefaultValue("24h") Duration keepSent) {}
