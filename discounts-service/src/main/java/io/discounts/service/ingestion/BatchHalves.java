package io.discounts.service.ingestion;

import org.springframework.dao.DataIntegrityViolationException;

import java.util.List;
import java.util.stream.Stream;

/** Writes a batch; one that the database refuses for what it says is halved until the record to blame stands alone. */
record BatchHalves(BatchTransaction transaction) {

    List<IngestionOutcome> apply(ReadBatch batch) {
        try {
            return transaction.apply(batch);
        } catch (DataIntegrityViolationException refused) {
            return switch (batch.readings().size()) {
                case 0 -> throw refused;
                case 1 -> transaction.apply(batch.refusedByDatabase());
                default ->
                    Stream.of(batch.firstHalf(), batch.secondHalf())
                            .flatMap(half -> apply(half).stream())
                            .toList();
            };
        }
    }
}
