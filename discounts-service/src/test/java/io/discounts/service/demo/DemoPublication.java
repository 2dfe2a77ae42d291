package io.discounts.service.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Publishes a marketplace, then a trickle of changes until it is closed. */
final class DemoPublication implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DemoPublication.class);
    private static final int PROGRESS = 5_000;

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
            log.info("Publishing {} stores and {} discounts", DemoMarketplace.STORES, DemoMarketplace.DISCOUNTS);
            publish(marketplace.storeEvents());
            publish(marketplace.discountEvents());
            log.info("The demo is published; from now on, something changes every {} ms", betweenChanges.toMillis());
            trickle();
        } catch (RuntimeException e) {
            unlessClosed("The demo was not published", e);
        }
    }

    private void publish(Stream<DemoEvent> events) {
        var published = new AtomicInteger();
        publisher.publish(events.takeWhile(event -> !worker.isShutdown()), more -> {
            var total = published.addAndGet(more);
            if (total % PROGRESS == 0) {
                log.info("Published {}", total);
            }
        });
    }

    private void trickle() {
        var changes = marketplace.changes();
        var interval = betweenChanges.toMillis();
        var unused = worker.scheduleAtFixedRate(() -> publish(changes), interval, interval, TimeUnit.MILLISECONDS);
    }

    private void publish(DemoChanges changes) {
        try {
            publisher.publish(Stream.of(changes.next(clock.instant())), more -> {});
        } catch (RuntimeException e) {
            unlessClosed("A change was not published", e);
        }
    }

    private void unlessClosed(String message, RuntimeException failure) {
        if (!worker.isShutdown()) {
            log.warn(message, failure);
        }
    }
}
