package io.discounts.service.demo;

import io.discounts.service.devservers.StreamPublisher;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Fills the development run with something to look at, unless {@code -Ddiscounts.demo=false}. */
@ConditionalOnProperty(name = "discounts.demo", matchIfMissing = true)
public class Demo implements AutoCloseable {
    /** Some stores of ES that have a readable number of discounts. */
    public static final List<String> STORES_TO_TRY = List.of("es-agp-8", "es-bio-12", "es-vlc-15");

    private static final long SEED = 42;
    private static final Duration BETWEEN_CHANGES = Duration.ofMillis(500);

    private final DemoPublication publication;

    Demo(StreamPublisher streams) {
        var clock = Clock.systemUTC();
        var marketplace = new DemoMarketplace(SEED, clock.instant());
        publication = new DemoPublication(marketplace, new BulkPublisher(streams::publish), clock, BETWEEN_CHANGES);
    }

    @EventListener(ApplicationReadyEvent.class)
    void publish() {
        publication.start();
    }

    @Override
    public void close() {
        publication.close();
    }
}
