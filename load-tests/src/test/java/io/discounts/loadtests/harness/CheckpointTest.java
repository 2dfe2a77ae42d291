package io.discounts.loadtests.harness;

import org.junit.jupiter.api.Test;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class CheckpointTest {
    @Test
    void comparesPositionsAsNumbers() {
        assertThat(Checkpoint.of("99")).isLessThan(Checkpoint.of("100"));
        assertThat(Checkpoint.of("TRIM_HORIZON")).isLessThan(Checkpoint.of("1"));
        assertThat(Checkpoint.of("SHARD_END")).isGreaterThan(Checkpoint.of("9".repeat(56)));
    }

    @Test
    void coversWhatLiesAtItOrBefore() {
        assertThat(Checkpoint.of("100").covers("100")).isTrue();
        assertThat(Checkpoint.of("100").covers("99")).isTrue();
        assertThat(Checkpoint.of("100").covers("101")).isFalse();
    }

    @Test
    void belongsToTheShardThatTheLeaseNames() {
        var checkpoints = Map.of(
                "000000000000:stores:1790000000:shardId-000000000001", Checkpoint.of("7"),
                "000000000000:prime-benefits:1790000000:shardId-000000000000", Checkpoint.of("8"));

        assertThat(Leases.checkpointAt(new Place("stores", "shardId-000000000001", "1"), checkpoints))
                .isEqualTo(Checkpoint.of("7"));
        assertThat(Leases.checkpointAt(new Place("stores", "shardId-000000000000", "1"), checkpoints))
                .isEqualTo(Checkpoint.of("TRIM_HORIZON"));
    }
}
