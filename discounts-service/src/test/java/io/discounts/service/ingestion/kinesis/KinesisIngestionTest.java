package io.discounts.service.ingestion.kinesis;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class KinesisIngestionTest {
    private static final Duration GRACE = Duration.ofSeconds(10);
    private final ConcurrentLinkedQueue<FakeReader> readers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger attempts = new AtomicInteger();
    private @Nullable KinesisIngestion ingestion;

    @AfterEach
    void stop() {
        if (ingestion != null) {
            ingestion.stop();
        }
    }

    @Test
    void startsWithoutWaitingForKinesis() {
        var never = new CountDownLatch(1);

        var ingestion = started(() -> {
            waitFor(never);
            return Optional.empty();
        });

        assertThat(ingestion.isRunning()).isTrue();
        never.countDown();
    }

    @Test
    void triesAgainWhileThereIsNothingToReadOrEverythingFails() {
        started(() -> switch (attempts.incrementAndGet()) {
            case 1 -> Optional.empty();
            case 2 -> throw new IllegalStateException("Kinesis away");
            case 3 -> throw new NoClassDefFoundError("worse");
            default -> Optional.of(reader());
        });

        await().until(() -> !readers.isEmpty());
        assertThat(attempts).hasValue(4);
    }

    @Test
    void readsAgainWhenReadingEnded() {
        started(() -> Optional.of(reader()));
        await().until(() -> readers.size() == 1);

        readers.element().ended.countDown();

        await().until(() -> readers.size() == 2);
    }

    @Test
    void stopsItsReaderWithinTheGraceAndReadsNoMore() {
        var ingestion = started(() -> Optional.of(reader()));
        await().until(() -> readers.size() == 1);

        ingestion.stop();

        assertThat(ingestion.isRunning()).isFalse();
        assertThat(readers)
                .singleElement()
                .satisfies(each -> assertThat(each.grace).isEqualTo(GRACE));
    }

    @Test
    void neverBeginsToReadWhenItIsStoppedMeanwhile() {
        var found = new CountDownLatch(1);
        var asked = new CountDownLatch(1);
        var ingestion = started(() -> {
            asked.countDown();
            waitFor(found);
            return Optional.of(reader());
        });
        waitFor(asked);

        var stopping = Thread.startVirtualThread(ingestion::stop);
        await().until(() -> !ingestion.isRunning());
        found.countDown();

        await().until(() -> !stopping.isAlive());
        assertThat(readers).allSatisfy(each -> assertThat(each.ran).isFalse());
    }

    @Test
    void startsAgainAfterAStop() {
        var ingestion = started(() -> Optional.of(reader()));
        await().until(() -> readers.size() == 1);
        ingestion.stop();

        ingestion.start();

        await().until(() -> readers.size() == 2);
    }

    private KinesisIngestion started(Supplier<Optional<StreamReader>> source) {
        var soon = new RetryDelays(Duration.ofMillis(1), Duration.ofMillis(1), () -> 0);
        var started = new KinesisIngestion(source, soon, GRACE);
        ingestion = started;
        started.start();
        return started;
    }

    private StreamReader reader() {
        var reader = new FakeReader();
        readers.add(reader);
        return reader;
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class FakeReader implements StreamReader {
        final CountDownLatch ended = new CountDownLatch(1);
        volatile boolean ran;
        volatile @Nullable Duration grace;

        @Override
        public void run() {
            ran = true;
            waitFor(ended);
        }

        @Override
        public void stop(Duration grace) {
            this.grace = grace;
            ended.countDown();
        }
    }
}
