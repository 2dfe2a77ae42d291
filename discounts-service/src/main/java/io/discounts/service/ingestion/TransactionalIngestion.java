package io.discounts.service.ingestion;

import io.discounts.service.catalog.Watermarks;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads each batch, then writes it: changes, dead letters and, behind them, the shard's watermark. */
final class TransactionalIngestion implements EventIngestion {
    /** A read at the tip may miss an event that is on its way; clocks and publishers are late by less than this. */
    static final Duration TIP_ALLOWANCE = Duration.ofSeconds(2);

    private final Map<String, IngestionProperties.Stream> streams;
    private final RecordReader reader;
    private final Lanes lanes;
    private final Watermarks watermarks;
    private final IngestionMetrics metrics;
    private final Clock clock;

    TransactionalIngestion(
            List<IngestionProperties.Stream> streams,
            RecordReader reader,
            Lanes lanes,
            Watermarks watermarks,
            IngestionMetrics metrics,
            Clock clock) {
        this.streams = streams.stream()
                .collect(Collectors.toUnmodifiableMap(IngestionProperties.Stream::name, Function.identity()));
        this.reader = reader;
        this.lanes = lanes;
        this.watermarks = watermarks;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public BatchOutcome ingest(ShardBatch batch) {
        var began = clock.instant();
        var stream = Objects.requireNonNull(streams.get(batch.stream()), "a stream that is not configured");
        var readings = batch.records().parallelStream() // it takes as long as the writing does
                .map(record -> reader.read(batch, stream, record))
                .toList();
        try {
            var outcomes = lanes.apply(
                    new ReadBatch(batch, stream.provider(), readings, appliedUntil(batch, readings, began)));
            tell(batch, outcomes);
            return new BatchOutcome.Ingested(outcomes);
        } catch (DataAccessException | TransactionException away) {
            return new BatchOutcome.Unavailable(away.getClass().getSimpleName());
        }
    }

    @Override
    public boolean handOver(String stream, String shardId, List<String> children) {
        try {
            watermarks.handOver(stream, shardId, children);
            return true;
        } catch (DataAccessException away) {
            return false;
        }
    }

    /** The latest event of the batch; at the tip also the present, less what may be on its way. */
    private static @Nullable Instant appliedUntil(ShardBatch batch, List<RecordReading> readings, Instant now) {
        var candidates = new ArrayList<Instant>();
        if (batch.behind().isZero()) {
            candidates.add(now.minus(TIP_ALLOWANCE));
        }
        for (var reading : readings) {
            if (reading instanceof RecordReading.Understood understood
                    && !understood.time().isAfter(now)) {
                candidates.add(understood.time());
            }
        }
        return candidates.stream().max(Instant::compareTo).orElse(null);
    }

    private void tell(ShardBatch batch, List<IngestionOutcome> outcomes) {
        var now = clock.instant();
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof IngestionOutcome.Applied) {
                metrics.visible(
                        batch.stream(), Duration.between(batch.records().get(i).arrivedAt(), now));
            }
        }
    }
}
