package io.discounts.service.ingestion.kinesis;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.discounts.service.ingestion.IngestionProperties.Checkpoints;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.slf4j.LoggerFactory;
import software.amazon.kinesis.exceptions.InvalidStateException;
import software.amazon.kinesis.exceptions.KinesisClientLibDependencyException;
import software.amazon.kinesis.exceptions.ShutdownException;
import software.amazon.kinesis.exceptions.ThrottlingException;
import software.amazon.kinesis.retrieval.kpl.ExtendedSequenceNumber;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever goes wrong, in whatever order, on the way through a shard of 40 records. */
class CheckpointsUnderTroubleTest {
    private static final int RECORDS = 40;
    private static final Logger LOG = (Logger) LoggerFactory.getLogger("io.discounts.service.ingestion");

    @BeforeContainer
    static void keepsItsThousandsOfTroublesToItself() {
        LOG.setLevel(Level.OFF);
    }

    @AfterContainer
    static void speaksAgain() {
        LOG.setLevel(null);
    }

    @Property(tries = 500)
    void neverPassWhatIsAppliedAndNothingIsLostOrReordered(
            @ForAll("checkpointLimits") Checkpoints limits, @ForAll("troubles") List<Trouble> troubles) {
        var shard = new FakeShard(limits);

        for (var trouble : troubles) {
            trouble.befall(shard);
            deliver(shard, trouble.batch());
            assertThatTheCheckpointIsNotAheadIn(shard);
        }
        readTheRestOf(shard);

        assertThat(shard.ingestion.applied.stream().distinct().map(Integer::valueOf))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, RECORDS).boxed().toList());
        assertThat(shard.table.written).endsWith("SHARD_END");
    }

    /** Where the KCL is: behind what this incarnation was last given, or else behind the checkpoint. */
    private static void deliver(FakeShard shard, int count) {
        var from = shard.delivered() + 1;
        shard.deliver(IntStream.range(from, Math.min(from + count, RECORDS + 1)).toArray());
    }

    private static void readTheRestOf(FakeShard shard) {
        shard.ingestion.isBack();
        shard.table.isWell();
        shard.begin();
        while (shard.delivered() < RECORDS) {
            deliver(shard, 7);
        }
        shard.end();
    }

    private static void assertThatTheCheckpointIsNotAheadIn(FakeShard shard) {
        var checkpoint = shard.table.stored();
        if (!checkpoint.equals(ExtendedSequenceNumber.TRIM_HORIZON)) {
            assertThat(shard.ingestion.applied)
                    .containsAll(IntStream.rangeClosed(1, Integer.parseInt(checkpoint.sequenceNumber()))
                            .mapToObj(String::valueOf)
                            .toList());
        }
    }

    @Provide
    Arbitrary<Checkpoints> checkpointLimits() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 20),
                        Arbitraries.integers().between(0, 3))
                .as((records, seconds) -> new Checkpoints(records, Duration.ofSeconds(seconds)));
    }

    @Provide
    Arbitrary<List<Trouble>> troubles() {
        return Combinators.combine(
                        Arbitraries.of(Kind.values()),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(0, 5))
                .as(Trouble::new)
                .list()
                .ofMaxSize(30);
    }

    /**
     * @param batch how many records are delivered into it
     * @param depth tries that fail, seconds that go by, or records delivered again
     */
    record Trouble(Kind kind, int batch, int depth) {
        void befall(FakeShard shard) {
            kind.befall(shard, depth);
        }
    }

    enum Kind {
        TIME_GOES_BY,
        DATABASE_AWAY,
        DATABASE_AWAY_UNTIL_THE_TENURE_ENDS,
        INGESTION_THROWS,
        CHECKPOINT_THROTTLED,
        LEASE_TABLE_AWAY,
        LEASE_TABLE_BROKEN,
        CHECKPOINT_TELLS_OF_A_LOST_LEASE,
        LEASE_LOST,
        SHUTDOWN_REQUESTED,
        LEASE_WON_AGAIN,
        DELIVERED_AGAIN;

        void befall(FakeShard shard, int depth) {
            switch (this) {
                case TIME_GOES_BY -> shard.clock.advance(Duration.ofSeconds(depth));
                case DATABASE_AWAY -> shard.ingestion.isAwayFor(depth);
                case DATABASE_AWAY_UNTIL_THE_TENURE_ENDS -> {
                    shard.ingestion.isAwayFor(depth);
                    shard.tenure.outlasts = shard.tenure.waits.size() + depth / 2;
                }
                case INGESTION_THROWS -> shard.ingestion.throwsOnce(new IllegalStateException("a bug"));
                case CHECKPOINT_THROTTLED -> shard.table.failsOnce(new ThrottlingException("slow down"));
                case LEASE_TABLE_AWAY -> shard.table.failsOnce(new KinesisClientLibDependencyException("away"));
                case LEASE_TABLE_BROKEN -> shard.table.failsOnce(new InvalidStateException("no table"));
                case CHECKPOINT_TELLS_OF_A_LOST_LEASE -> shard.table.failsOnce(new ShutdownException("not the owner"));
                case LEASE_LOST -> shard.loseLease();
                case SHUTDOWN_REQUESTED -> shard.requestShutdown();
                case LEASE_WON_AGAIN -> shard.begin();
                case DELIVERED_AGAIN -> shard.rewind(depth);
            }
        }
    }
}
