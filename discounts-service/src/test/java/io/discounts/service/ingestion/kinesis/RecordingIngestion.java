package io.discounts.service.ingestion.kinesis;

import io.discounts.service.ingestion.BatchOutcome;
import io.discounts.service.ingestion.BatchOutcome.Ingested;
import io.discounts.service.ingestion.BatchOutcome.Unavailable;
import io.discounts.service.ingestion.EventIngestion;
import io.discounts.service.ingestion.IngestionOutcome;
import io.discounts.service.ingestion.IngestionOutcome.Applied;
import io.discounts.service.ingestion.ShardBatch;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers the payloads of all that was applied, in order, for many shards at once; can be away. */
final class RecordingIngestion implements EventIngestion {
    final AtomicInteger refused = new AtomicInteger();
    volatile boolean away;
    private final List<String> payloads = new CopyOnWriteArrayList<>();

    @Override
    public BatchOutcome ingest(ShardBatch batch) {
        if (away) {
            refused.addAndGet(batch.records().size());
            return new Unavailable("away");
        }
        batch.records().forEach(each -> payloads.add(new String(each.payload(), StandardCharsets.UTF_8)));
        return new Ingested(
                Collections.<IngestionOutcome>nCopies(batch.records().size(), new Applied()));
    }

    @Override
    public boolean handOver(String stream, String shardId, List<String> children) {
        return !away;
    }

    /** What was applied of one test's own, which all begin alike. */
    List<String> applied(String beginning) {
        return payloads.stream().filter(each -> each.startsWith(beginning)).toList();
    }
}
