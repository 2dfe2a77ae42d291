package io.discounts.service.ingestion.kinesis;

import io.discounts.service.ingestion.BatchOutcome;
import io.discounts.service.ingestion.BatchOutcome.Ingested;
import io.discounts.service.ingestion.BatchOutcome.Unavailable;
import io.discounts.service.ingestion.EventIngestion;
import io.discounts.service.ingestion.IngestionMetrics;
import io.discounts.service.ingestion.ShardBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Measures, and takes whatever is thrown for an unavailable database: a batch is lost by no failure, however odd. */
final class GuardedIngestion implements EventIngestion {
    private static final Logger log = LoggerFactory.getLogger(GuardedIngestion.class);

    private final EventIngestion ingestion;
    private final IngestionMetrics metrics;
    private final Clock clock;

    GuardedIngestion(EventIngestion ingestion, IngestionMetrics metrics, Clock clock) {
        this.ingestion = ingestion;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public BatchOutcome ingest(ShardBatch batch) {
        var started = clock.instant();
        try {
            var outcome = ingestion.ingest(batch);
            if (outcome instanceof Ingested ingested && !batch.records().isEmpty()) {
                metrics.batchApplied(batch.stream(), Duration.between(started, clock.instant()));
                ingested.outcomes().forEach(each -> metrics.recorded(batch.stream(), each));
            }
            return outcome;
        } catch (Throwable e) {
            log.atError()
                    .setCause(e)
                    .addKeyValue("stream", batch.stream())
                    .addKeyValue("shard", batch.shardId())
                    .log("Ingestion threw; the batch will be offered again");
            return new Unavailable(e.getClass().getName());
        }
    }

    @Override
    public boolean handOver(String stream, String shardId, List<String> children) {
        try {
            return ingestion.handOver(stream, shardId, children);
        } catch (Throwable e) {
            log.atError()
                    .setCause(e)
                    .addKeyValue("stream", stream)
                    .addKeyValue("shard", shardId)
                    .log("Ingestion threw; the end of the shard will be told again");
            return false;
        }
    }
}
