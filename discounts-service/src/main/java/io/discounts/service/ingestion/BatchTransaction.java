package io.discounts.service.ingestion;

import io.discounts.service.catalog.ChangeOutcome;
import io.discounts.service.catalog.DiscountCatalog;
import io.discounts.service.catalog.Watermarks;
import io.discounts.service.discount.CatalogChange;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/** Writes a batch, all of it or nothing; a deadlock's loser tries again at once, for the winner is through by then. */
record BatchTransaction(
        TransactionTemplate transaction, DiscountCatalog catalog, DeadLetters deadLetters, Watermarks watermarks) {
    private static final int TRIES = 3;

    List<IngestionOutcome> apply(ReadBatch batch) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> write(batch)));
            } catch (ConcurrencyFailureException lost) {
                if (attempt == TRIES) {
                    throw lost;
                }
            }
        }
    }

    private List<IngestionOutcome> write(ReadBatch batch) {
        var changes = new ArrayList<CatalogChange>();
        var letters = new ArrayList<DeadLetter>();
        for (var reading : batch.readings()) {
            switch (reading) {
                case RecordReading.Understood understood -> changes.addAll(understood.changes());
                case RecordReading.Refused refused -> letters.add(refused.letter());
            }
        }
        var changed = catalog.apply(changes).iterator();
        deadLetters.keep(letters);
        var until = batch.appliedUntil();
        if (until != null) {
            watermarks.advance(batch.batch().stream(), batch.batch().shardId(), batch.provider(), until);
        }
        return batch.readings().stream()
                .map(reading -> outcome(reading, changed))
                .toList();
    }

    /** Takes as many change outcomes from {@code changed} as the record has changes. */
    private static IngestionOutcome outcome(RecordReading reading, Iterator<ChangeOutcome> changed) {
        return switch (reading) {
            case RecordReading.Understood understood -> {
                var applied = false;
                for (int i = 0; i < understood.changes().size(); i++) {
                    applied |= changed.next() == ChangeOutcome.APPLIED;
                }
                yield applied ? new IngestionOutcome.Applied() : new IngestionOutcome.Outdated();
            }
            case RecordReading.Refused refused ->
                new IngestionOutcome.DeadLettered(refused.letter().reason());
        };
    }
}
