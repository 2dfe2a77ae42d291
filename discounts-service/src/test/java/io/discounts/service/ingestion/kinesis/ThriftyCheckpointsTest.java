package io.discounts.service.ingestion.kinesis;

import org.junit.jupiter.api.Test;
import software.amazon.kinesis.exceptions.ThrottlingException;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class ThriftyCheckpointsTest {
    private final FakeShard shard = FakeShard.thrifty();

    @Test
    void waitsForEnoughRecords() {
        shard.deliver(1, 2);
        shard.deliver(3, 4);
        assertThat(shard.table.written).isEmpty();

        shard.deliver(5, 6);

        assertThat(shard.table.written).containsExactly("6");
    }

    @Test
    void waitsForEnoughTime() {
        shard.deliver(1);
        shard.clock.advance(Duration.ofSeconds(10));

        shard.deliverNothing();

        assertThat(shard.table.written).containsExactly("1");
    }

    @Test
    void writesNothingTwice() {
        shard.deliver(1);
        shard.clock.advance(Duration.ofSeconds(10));
        shard.deliverNothing();
        shard.clock.advance(Duration.ofSeconds(10));

        shard.deliverNothing();

        assertThat(shard.table.written).containsExactly("1");
    }

    @Test
    void waitsForItsTimeAgainWhenItWasPostponed() {
        shard.table.failsOnce(new ThrottlingException("slow down"));
        shard.deliver(1, 2, 3, 4, 5);

        shard.deliver(6, 7, 8, 9, 10);
        assertThat(shard.table.written).isEmpty();
        shard.clock.advance(Duration.ofSeconds(10));
        shard.deliverNothing();

        assertThat(shard.table.written).containsExactly("10");
    }

    @Test
    void areWrittenWhenAShutdownIsRequested() {
        shard.deliver(1, 2);

        shard.requestShutdown();

        assertThat(shard.table.written).containsExactly("2");
    }

    @Test
    void reachAsFarAsWasAppliedThoughRecordsAreDeliveredAgain() {
        shard.deliver(1, 2, 3);
        shard.deliver(2);

        shard.requestShutdown();

        assertThat(shard.table.written).containsExactly("3");
    }

    @Test
    void areWrittenBeforeABatchIsWaitedWith() {
        shard.deliver(1, 2);
        shard.ingestion.isAway();
        shard.tenure.outlasts = 0;

        shard.deliver(3);

        assertThat(shard.table.written).containsExactly("2");
    }

    @Test
    void areNotWrittenOnceTheLeaseIsLost() {
        shard.deliver(1, 2);

        shard.loseLease();
        shard.requestShutdown();

        assertThat(shard.table.written).isEmpty();
    }
}
