package io.discounts.service.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Publishes a marketplace, then a trickle of changes until it is closed. */
final class DemoPublication implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DemoPublication.class);

    private final DemoMarketplace marketplace;
    private final BulkPublisher publisher;
    private final Clock clock;
    private final Duration betweenChanges;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("demo").factory());

    DemoPublication(DemoMarketplace marketplace, BulkPublisher publisher, Clock clock, Duration betweenChanges) {
        this.marketplace = marketplace;
        this.publisher = publisher;
        this.clock = clock;
        this.betweenChanges = betweenChanges;
    }

    /** Begins to publish, and returns. */
    void start() {
        worker.execute(this::publishAll);
    }

    /** Ends the publication where it is. */
    @Override
    public void close() {
        worker.shutdownNow();
    }

    private void publishAll() {
        try {
            log.info("Publishing the demo's stores and discounts");
            DemoRegion.ALL.forEach(this::publish);
            log.info("The demo is published; from now on, something changes every {} ms", betweenChanges.toMillis());
            trickle(marketplace.changes());
        } catch (RuntimeException e) {
            unlessClosed("The demo was not published", e);
        }
    }

    /** Region by region, so that the first can be looked at while the others follow. */
    private void publish(DemoRegion region) {
        var published = publisher.publish(
                marketplace.events(region, now()).map(PartnerTongue::say).takeWhile(event -> !worker.isShutdown()));
        log.info("Published {} events of {}", published, region.code());
    }

    private void trickle(DemoChanges changes) {
        var interval = betweenChanges.toMillis();
        var unused = worker.scheduleAtFixedRate(() -> publish(changes), interval, interval, TimeUnit.MILLISECONDS);
    }

    private void publish(DemoChanges changes) {
        try {
            publisher.publish(Stream.of(PartnerTongue.say(changes.next(now()))));
        } catch (RuntimeException e) {
            unlessClosed("A change was not published", e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void unlessClosed(String message, RuntimeException failure) {
        if (!worker.isShutdown()) {
            log.warn(message, failure);
        }
    }
}
