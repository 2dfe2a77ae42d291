package io.discounts.service.demo;

import io.discounts.service.devservers.StreamRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class DemoPublicationTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant NOW = START.plusSeconds(60);
    private static final int INITIAL = 600 + 3_000;

    private final FakeStreams streams = new FakeStreams();
    private final DemoMarketplace marketplace = new DemoMarketplace(42, START, 600, 3_000);
    private final DemoPublication publication = new DemoPublication(
            marketplace, new BulkPublisher(streams), Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofMillis(1));

    @AfterEach
    void close() {
        publication.close();
    }

    @Test
    void publishesEverythingOnceThenChanges() {
        publication.start();

        await().until(() -> streams.published.size() >= INITIAL + 20);
        publication.close();

        var all = List.copyOf(streams.published);
        assertThat(all.stream().limit(INITIAL).collect(toSet()))
                .isEqualTo(DemoRegion.ALL.stream()
                        .flatMap(region -> marketplace.events(region, NOW))
                        .map(PartnerTongue::say)
                        .map(event -> event.stream() + ":" + event.json())
                        .collect(toSet()));
        assertThat(all.stream().skip(INITIAL))
                .allSatisfy(change -> assertThat(change).contains("10:01:00Z"));
    }

    @Test
    void keepsToSmallBatchesAndToFewAtATime() {
        publication.start();

        await().until(() -> streams.published.size() >= INITIAL);

        assertThat(streams.largestBatch).hasValueLessThanOrEqualTo(BulkPublisher.BATCH);
        assertThat(streams.mostAtATime).hasValueBetween(1, BulkPublisher.AT_A_TIME);
    }

    @Test
    void goesOnChangingWhenAStreamRefusesForAWhile() {
        publication.start();
        await().until(() -> streams.published.size() > INITIAL);

        streams.refused.set(3);

        await().until(() -> streams.refused.get() < 0);
        var before = streams.published.size();
        await().until(() -> streams.published.size() > before);
    }

    @Test
    void stopsWhenClosed() {
        publication.start();
        await().until(() -> streams.published.size() > INITIAL);

        publication.close();

        await().until(() -> streams.underWay.get() == 0);
        var then = streams.published.size();
        await().during(Duration.ofMillis(50)).until(() -> streams.published.size() == then);
    }

    private static final class FakeStreams implements BulkPublisher.Streams {
        final Queue<String> published = new ConcurrentLinkedQueue<>();
        final AtomicInteger refused = new AtomicInteger();
        final AtomicInteger underWay = new AtomicInteger();
        final AtomicInteger largestBatch = new AtomicInteger();
        final AtomicInteger mostAtATime = new AtomicInteger();

        @Override
        public CompletableFuture<Void> publish(String stream, List<StreamRecord> records) {
            if (refused.getAndDecrement() > 0) {
                return CompletableFuture.failedFuture(new IllegalStateException("refused"));
            }
            return CompletableFuture.runAsync(() -> take(stream, records));
        }

        private void take(String stream, List<StreamRecord> records) {
            mostAtATime.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            largestBatch.accumulateAndGet(records.size(), Math::max);
            records.forEach(record -> published.add(stream + ":" + new String(record.data(), StandardCharsets.UTF_8)));
            underWay.decrementAndGet();
        }
    }
}
