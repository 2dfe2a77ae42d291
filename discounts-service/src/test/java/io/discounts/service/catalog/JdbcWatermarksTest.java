package io.discounts.service.catalog;

import io.discounts.service.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class JdbcWatermarksTest {
    private static final Instant TEN = Instant.parse("2026-11-22T10:00:00.123Z");
    private static final Instant ELEVEN = Instant.parse("2026-11-22T11:00:00Z");

    @Autowired
    private JdbcClient jdbc;

    @Test
    void tellsTheLowestOfAProvidersShards() {
        var watermarks = new JdbcWatermarks(jdbc);
        watermarks.advance("stream", "shard-1", "lowest", ELEVEN);
        watermarks.advance("stream", "shard-2", "lowest", TEN);
        watermarks.advance("stream", "shard-3", "other", ELEVEN);

        watermarks.refresh();

        assertThat(watermarks.current()).containsEntry("lowest", TEN).containsEntry("other", ELEVEN);
    }

    @Test
    void tellsEachShards() {
        var watermarks = new JdbcWatermarks(jdbc);
        watermarks.advance("stream", "shard-5", "each", TEN);

        assertThat(watermarks.all()).contains(new ShardWatermark("stream", "shard-5", TEN));
    }

    @Test
    void neverMovesBack() {
        var watermarks = new JdbcWatermarks(jdbc);
        watermarks.advance("stream", "shard-4", "forward", ELEVEN);
        watermarks.advance("stream", "shard-4", "forward", TEN);

        watermarks.refresh();

        assertThat(watermarks.current()).containsEntry("forward", ELEVEN);
    }

    @Test
    void letsAShardsChildrenBeginWhereItEnded() {
        var watermarks = new JdbcWatermarks(jdbc);
        watermarks.advance("split", "parent", "splitting", TEN);
        watermarks.advance("split", "sister", "splitting", ELEVEN);

        watermarks.handOver("split", "parent", List.of("left", "right"));
        watermarks.advance("split", "left", "splitting", ELEVEN);
        watermarks.refresh();
        assertThat(watermarks.current()).containsEntry("splitting", TEN);

        watermarks.advance("split", "right", "splitting", ELEVEN);
        watermarks.refresh();
        assertThat(watermarks.current()).containsEntry("splitting", ELEVEN);
    }

    @Test
    void letsTheChildOfTwoBeginWithTheOneLessFar() {
        var watermarks = new JdbcWatermarks(jdbc);
        watermarks.advance("merge", "one", "merging", ELEVEN);
        watermarks.advance("merge", "other", "merging", TEN);

        watermarks.handOver("merge", "one", List.of("child"));
        watermarks.handOver("merge", "other", List.of("child"));
        watermarks.refresh();

        assertThat(watermarks.current()).containsEntry("merging", TEN);
    }

    @Test
    void handsOverOnce() {
        var watermarks = new JdbcWatermarks(jdbc);
        watermarks.advance("again", "parent", "again", TEN);
        watermarks.handOver("again", "parent", List.of("child"));
        watermarks.advance("again", "child", "again", ELEVEN);

        watermarks.handOver("again", "parent", List.of("child"));
        watermarks.refresh();

        assertThat(watermarks.current()).containsEntry("again", ELEVEN);
    }
}
