package io.discounts.service.ingestion;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides for each record of a batch, in order, whether it is applied or queues behind a dead letter of its subject. A
 * record that stands before its subject's first letter has been applied once, or is being applied now: a batch that is
 * delivered again leaves everything as it is. Used for one batch.
 */
final class Parking {
    private final ReadBatch batch;
    private final Standing standing;
    private final Map<String, Position> heads;

    private Parking(ReadBatch batch, Standing standing) {
        this.batch = batch;
        this.standing = standing;
        this.heads = new HashMap<>(standing.heads());
    }

    static List<Disposition> of(ReadBatch batch, Standing standing) {
        var parking = new Parking(batch, standing);
        return batch.readings().stream().map(parking::dispose).toList();
    }

    private Disposition dispose(RecordReading reading) {
        var position = Position.of(batch.batch().shardId(), reading.record());
        if (standing.discarded().contains(position)) {
            return new Disposition.Pass();
        }
        return switch (reading) {
            case RecordReading.Understood understood ->
                waits(understood.subject(), position)
                        ? new Disposition.Keep(understood.waiting(batch.batch()))
                        : new Disposition.Apply(understood.changes());
            case RecordReading.Refused refused ->
                standing.redriven().contains(position) ? new Disposition.Pass() : park(refused.letter(), position);
        };
    }

    private boolean waits(@Nullable String subject, Position position) {
        var head = subject == null ? null : heads.get(subject);
        return head != null && !position.isBefore(head);
    }

    private Disposition park(DeadLetter letter, Position position) {
        if (letter.subject() != null) {
            heads.putIfAbsent(letter.subject(), position);
        }
        return new Disposition.Keep(letter);
    }
}
