package io.discounts.service.outbox.stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;

/**
 * One call after another. An event is marked after the stream has it, and until then no later one of its subject can be seen:
 * so whoever carries, and however many at once, each event comes first before those that follow it. A crash between the two
 * sends it a second time, as it was. Not thread-safe.
 */
final class Carriage {
    private static final Logger log = LoggerFactory.getLogger(Carriage.class);

    private final WaitingEvents waiting;
    private final EventStream stream;
    private final SubjectSweep sweep;
    private final OutboxMetrics metrics;

    Carriage(WaitingEvents waiting, EventStream stream, OutboxMetrics metrics) {
        this.waiting = waiting;
        this.stream = stream;
        this.sweep = new SubjectSweep(waiting);
        this.metrics = metrics;
    }

    /** What has become of a call. */
    sealed interface Outcome {
        /** Nothing waits. */
        record Idle() implements Outcome {}

        /** All are on the stream. */
        record Sent() implements Outcome {}

        /**
         * Some are not, and will be tried again.
         *
         * @param some whether any were
         */
        record Refused(boolean some, List<String> reasons) implements Outcome {}
    }

    /**
     * Sends what one call takes.
     *
     * @throws RuntimeException if the stream or the database does not answer
     */
    Outcome carry() {
        var heads = sweep.next();
        if (heads.isEmpty()) {
            return new Outcome.Idle();
        }
        var sendable = waiting.load(sendable(heads));
        return sendable.isEmpty() ? new Outcome.Sent() : put(sendable);
    }

    private Outcome put(List<WaitingEvent> sendable) {
        var taken = stream.put(sendable);
        waiting.sent(taken.events());
        metrics.sent(taken.events().size());
        metrics.refused(sendable.size() - taken.events().size());
        return taken.refusals().isEmpty()
                ? new Outcome.Sent()
                : new Outcome.Refused(!taken.events().isEmpty(), taken.refusals());
    }

    private List<Head> sendable(List<Head> heads) {
        return heads.stream()
                .filter(head -> {
                    var fits = head.bytes() <= EventStream.RECORD_BYTES;
                    if (!fits) {
                        refuse(head);
                    }
                    return fits;
                })
                .toList();
    }

    private void refuse(Head head) {
        waiting.refuse(head);
        metrics.tooLarge();
        log.atError()
                .addKeyValue("eventOutboxId", head.id())
                .addKeyValue("subject", head.subject())
                .addKeyValue("bytes", head.bytes())
                .log("an event is larger than a record may be; it is kept and never sent");
    }
}
