package io.discounts.service.outbox.stream;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * How the world hears of events. What it hears of the catalog, {@code discounts.events.discount-changed} says there.
 *
 * @param relay whether this instance may carry events; those that nobody carries wait
 * @param stream the Kinesis stream they go to
 * @param keepSent how long sent events are kept
 */
@ConfigurationProperties("discounts.events")
record EventsProperties(
        @DefaultValue("true") boolean relay,
        @DefaultValue("discounts-events") String stream,
        @DefaultValue("24h") Duration keepSent) {}
