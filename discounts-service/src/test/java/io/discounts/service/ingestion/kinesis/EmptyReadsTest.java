package io.discounts.service.ingestion.kinesis;

import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class EmptyReadsTest {
    private final FakeShard shard = FakeShard.eager();

    @Test
    void arePassedOnAtMostOnceASecond() {
        for (int i = 0; i < 10; i++) {
            shard.deliverNothing();
            shard.clock.advance(Duration.ofMillis(200));
        }

        assertThat(shard.ingestion.offered)
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.records()).isEmpty());
    }

    @Test
    void areNotPassedOnRightBehindABatch() {
        shard.deliver(1);

        shard.deliverNothing();

        assertThat(shard.ingestion.offered).hasSize(1);
    }

    @Test
    void areNotWaitedForWhileTheDatabaseIsAway() {
        shard.ingestion.isAway();

        shard.deliverNothing();

        assertThat(shard.tenure.waits).isEmpty();
    }

    @Test
    void tellHowFarTheShardIsBehind() {
        shard.deliverNothing();

        assertThat(shard.registry
                        .get("discounts.ingestion.iterator.age")
                        .timeGauge()
                        .value())
                .isGreaterThanOrEqualTo(0.25);
    }
}
