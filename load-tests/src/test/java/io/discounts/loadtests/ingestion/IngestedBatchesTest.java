package io.discounts.loadtests.ingestion;

import io.discounts.loadtests.harness.Streamed;
import io.discounts.service.ingestion.BatchOutcome;
import io.discounts.service.ingestion.EventIngestion;
import io.discounts.service.ingestion.IngestionOutcome;
import io.discounts.service.ingestion.ShardBatch;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

class IngestedBatchesTest {
    @Test
    void makesBatchesOfOneStreamEachAsLargeAsTheServiceReadsThem() {
        var told = Stream.concat(told("partner-promotions", 2_100), told("prime-benefits", 5))
                .toList();

        var batches = of(new IngestionOutcome.Applied()).batches("shard-0", told);

        assertThat(batches)
                .extracting(ShardBatch::stream)
                .containsExactly("partner-promotions", "partner-promotions", "partner-promotions", "prime-benefits");
        assertThat(batches).extracting(batch -> batch.records().size()).containsExactly(1_000, 1_000, 100, 5);
    }

    @Test
    void contentsItselfWithNothingLessThanAllApplied() {
        var batches = of(new IngestionOutcome.Applied())
                .batches("shard-0", told("prime-benefits", 5).toList());

        assertThatNoException()
                .isThrownBy(() -> of(new IngestionOutcome.Applied()).apply(batches));
        assertThatIllegalStateException()
                .isThrownBy(() -> of(new IngestionOutcome.Outdated()).apply(batches));
    }

    private static Stream<Streamed> told(String stream, int count) {
        return IntStream.range(0, count).mapToObj(number -> new Streamed(stream, "ES/" + number, "{}"));
    }

    private static IngestedBatches of(IngestionOutcome outcome) {
        return new IngestedBatches(new Ingesting(outcome), Clock.systemUTC(), new AtomicLong());
    }

    /** All records of all batches come to the same. */
    private record Ingesting(IngestionOutcome outcome) implements EventIngestion {
        @Override
        public BatchOutcome ingest(ShardBatch batch) {
            return new BatchOutcome.Ingested(Collections.nCopies(batch.records().size(), outcome));
        }

        @Override
        public boolean handOver(String stream, String shardId, List<String> children) {
            return true;
        }
    }
}
