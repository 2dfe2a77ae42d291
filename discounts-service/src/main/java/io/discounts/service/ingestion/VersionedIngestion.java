package io.discounts.service.ingestion;

import io.discounts.service.catalog.DiscountCatalog;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a batch, then writes it; one that the database refuses is halved until the record to blame stands alone. */
final class VersionedIngestion implements LoggedIngestion {
    private final Map<String, IngestionProperties.Stream> streams;
    private final RecordReader reader;
    private final RetriedTransaction transaction;
    private final DeadLetters deadLetters;

    VersionedIngestion(
            List<IngestionProperties.Stream> streams,
            RecordReader reader,
            RetriedTransaction transaction,
            DeadLetters deadLetters) {
        this.streams = streams.stream()
                .collect(Collectors.toUnmodifiableMap(IngestionProperties.Stream::name, Function.identity()));
        this.reader = reader;
        this.transaction = transaction;
        this.deadLetters = deadLetters;
    }

    @Override
    public LoggedOutcome apply(LoggedBatch batch, DiscountCatalog target, Along along) {
        var readings = read(batch);
        try {
            return new LoggedOutcome.Ingested(write(readings, new Ends(target, along), 0));
        } catch (DataAccessException | TransactionException away) {
            return new LoggedOutcome.Unavailable(away.getClass().getSimpleName());
        }
    }

    private LoggedReadings read(LoggedBatch batch) {
        var stream = Objects.requireNonNull(streams.get(batch.stream()), "a stream that is not configured");
        var shard = LoggedReadings.shard(batch);
        var readings = new ArrayList<RecordReading>(batch.records().size());
        var outside = 0;
        for (var record : batch.records()) {
            var reading = reader.read(shard, stream, record, batch::means);
            reading.ifPresent(readings::add);
            outside += reading.isPresent() ? 0 : 1;
        }
        return new LoggedReadings(shard, stream.provider(), readings, outside);
    }

    private LoggedCounts write(LoggedReadings readings, Ends ends, long durable) {
        try {
            return inOneTransaction(readings, ends, durable);
        } catch (DataIntegrityViolationException refused) {
            return switch (readings.readings().size()) {
                case 0 -> throw refused;
                case 1 -> inOneTransaction(readings.refusedByDatabase(), ends, durable);
                default -> writeHalves(readings, ends, durable);
            };
        }
    }

    private LoggedCounts inOneTransaction(LoggedReadings readings, Ends ends, long durable) {
        return transaction.execute(() -> {
            var counts = readings.write(ends.target(), deadLetters);
            ends.along().write(durable, counts);
            return counts;
        });
    }

    private LoggedCounts writeHalves(LoggedReadings readings, Ends ends, long durable) {
        var first = write(readings.firstHalf(), ends, durable);
        return first.plus(write(readings.secondHalf(), ends, durable + first.records()));
    }

    /** Where a batch goes. */
    private record Ends(DiscountCatalog target, Along along) {}
}
