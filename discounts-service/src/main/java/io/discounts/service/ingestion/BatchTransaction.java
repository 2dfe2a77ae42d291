package io.discounts.service.ingestion;

import io.discounts.service.catalog.ChangeOutcome;
import io.discounts.service.catalog.DiscountCatalog;
import io.discounts.service.catalog.Watermarks;
import io.discounts.service.discount.CatalogChange;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Writes a batch, all of it or nothing. What is parked comes first and what the catalog holds second, here as in a
 * redrive, so that the two wait for each other rather than deadlock.
 */
record BatchTransaction(
        RetriedTransaction transaction, DiscountCatalog catalog, DeadLetters deadLetters, Watermarks watermarks) {

    List<IngestionOutcome> apply(ReadBatch batch) {
        return transaction.execute(() -> write(batch));
    }

    private List<IngestionOutcome> write(ReadBatch batch) {
        var dispositions =
                batch.readings().isEmpty() ? List.<Disposition>of() : Parking.of(batch, deadLetters.standing(batch));
        var changes = new ArrayList<CatalogChange>();
        var letters = new ArrayList<DeadLetter>();
        for (var disposition : dispositions) {
            switch (disposition) {
                case Disposition.Apply apply -> changes.addAll(apply.changes());
                case Disposition.Keep keep -> letters.add(keep.letter());
                case Disposition.Pass ignored -> {}
            }
        }
        deadLetters.keep(letters);
        var changed = catalog.apply(changes).iterator();
        advance(batch);
        return dispositions.stream()
                .map(disposition -> outcome(disposition, changed))
                .toList();
    }

    private void advance(ReadBatch batch) {
        var until = batch.appliedUntil();
        if (until != null) {
            watermarks.advance(batch.batch().stream(), batch.batch().shardId(), batch.provider(), until);
        }
    }

    /** Takes as many change outcomes from {@code changed} as the record has changes. */
    private static IngestionOutcome outcome(Disposition disposition, Iterator<ChangeOutcome> changed) {
        return switch (disposition) {
            case Disposition.Apply apply -> {
                var applied = false;
                for (int i = 0; i < apply.changes().size(); i++) {
                    applied |= changed.next() == ChangeOutcome.APPLIED;
                }
                yield applied ? new IngestionOutcome.Applied() : new IngestionOutcome.Outdated();
            }
            case Disposition.Keep keep ->
                new IngestionOutcome.DeadLettered(keep.letter().toldReason());
            case Disposition.Pass ignored -> new IngestionOutcome.Outdated();
        };
    }
}
