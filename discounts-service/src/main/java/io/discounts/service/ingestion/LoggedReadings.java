package io.discounts.service.ingestion;

import io.discounts.service.catalog.ChangeOutcome;
import io.discounts.service.catalog.DiscountCatalog;
import io.discounts.service.discount.CatalogChange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Records of the event log that have been read.
 *
 * @param outside how many of the batch are not of the time asked for
 */
record LoggedReadings(ShardBatch shard, String provider, List<RecordReading> readings, int outside) {
    LoggedReadings {
        readings = List.copyOf(readings);
    }

    static ShardBatch shard(LoggedBatch batch) {
        return new ShardBatch(batch.stream(), LoggedBatch.SHARD, batch.records(), Duration.ZERO);
    }

    /** Writes in the caller's transaction: letters first, as everybody does. */
    LoggedCounts write(DiscountCatalog target, DeadLetters deadLetters) {
        var understood = new ArrayList<RecordReading.Understood>();
        var refused = new ArrayList<RecordReading>();
        for (var reading : readings) {
            switch (reading) {
                case RecordReading.Understood one -> understood.add(one);
                case RecordReading.Refused one -> refused.add(withoutSubject(one));
            }
        }
        keep(refused, deadLetters);
        var applied = apply(understood, target);
        return new LoggedCounts(applied, understood.size() - applied, refused.size(), outside);
    }

    /** A subject would be parked by it, and what comes next on its stream must not wait for an old record. */
    private static RecordReading withoutSubject(RecordReading.Refused refused) {
        var letter = refused.letter();
        return new RecordReading.Refused(
                new DeadLetter(letter.stream(), letter.shardId(), letter.record(), null, letter.reason()));
    }

    /** But for those that have been discarded or redriven before. */
    private void keep(List<RecordReading> refused, DeadLetters deadLetters) {
        if (refused.isEmpty()) {
            return;
        }
        var batch = new ReadBatch(shard, provider, refused, null);
        var letters = new ArrayList<DeadLetter>();
        for (var disposition : Parking.of(batch, deadLetters.standing(batch))) {
            if (disposition instanceof Disposition.Keep keep) {
                letters.add(keep.letter());
            }
        }
        deadLetters.keep(letters);
    }

    /** How many records changed anything. */
    private static int apply(List<RecordReading.Understood> understood, DiscountCatalog target) {
        var changes = new ArrayList<CatalogChange>(understood.size());
        understood.forEach(one -> changes.addAll(one.changes()));
        var outcomes = target.apply(changes).iterator();
        var applied = 0;
        for (var one : understood) {
            var changed = false;
            for (int i = 0; i < one.changes().size(); i++) {
                changed |= outcomes.next() == ChangeOutcome.APPLIED;
            }
            applied += changed ? 1 : 0;
        }
        return applied;
    }

    /** Those that are outside count with the second half. */
    LoggedReadings firstHalf() {
        return new LoggedReadings(shard, provider, readings.subList(0, readings.size() / 2), 0);
    }

    LoggedReadings secondHalf() {
        return new LoggedReadings(shard, provider, readings.subList(readings.size() / 2, readings.size()), outside);
    }

    LoggedReadings refusedByDatabase() {
        var all = new ReadBatch(shard, provider, readings, null).refusedByDatabase();
        return new LoggedReadings(shard, provider, all.readings(), outside);
    }
}
