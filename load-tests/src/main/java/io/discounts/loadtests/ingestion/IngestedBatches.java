package io.discounts.loadtests.ingestion;

import io.discounts.loadtests.harness.Streamed;
import io.discounts.service.ingestion.BatchOutcome;
import io.discounts.service.ingestion.EventIngestion;
import io.discounts.service.ingestion.IngestionOutcome;
import io.discounts.service.ingestion.ShardBatch;
import io.discounts.service.ingestion.StreamRecord;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The service's own ingestion, given batches as the KCL's record processor gives them. Safe for use by many threads. */
record IngestedBatches(EventIngestion ingestion, Clock clock, AtomicLong sequence) {
    /** As many as the service has read and applied at once by default. */
    private static final int BATCH = 1_000;

    /** Behind the tip, as a reader is that has more to read. */
    private static final Duration BEHIND = Duration.ofSeconds(1);

    /** The batches in which one reader of a shard of each stream would get these events. */
    List<ShardBatch> batches(String shardId, List<Streamed> told) {
        var byStream = new LinkedHashMap<String, List<StreamRecord>>();
        for (var each : told) {
            byStream.computeIfAbsent(each.stream(), stream -> new ArrayList<>()).add(record(each));
        }
        var batches = new ArrayList<ShardBatch>();
        byStream.forEach((stream, records) -> {
            for (int from = 0; from < records.size(); from += BATCH) {
                var until = Math.min(from + BATCH, records.size());
                batches.add(new ShardBatch(stream, shardId, records.subList(from, until), BEHIND));
            }
        });
        return batches;
    }

    /**
     * Applies batches one after the other; returns when all are durable.
     *
     * @throws IllegalStateException if any of their events was not applied
     */
    void apply(List<ShardBatch> batches) {
        for (var batch : batches) {
            if (!(ingestion.ingest(batch) instanceof BatchOutcome.Ingested ingested)
                    || !ingested.outcomes().stream().allMatch(IngestionOutcome.Applied.class::isInstance)) {
                throw new IllegalStateException("Not all of a batch was applied");
            }
        }
    }

    private StreamRecord record(Streamed told) {
        return new StreamRecord(
                Long.toString(sequence.incrementAndGet()),
                0,
                clock.instant(),
                told.json().getBytes(StandardCharsets.UTF_8));
    }
}
