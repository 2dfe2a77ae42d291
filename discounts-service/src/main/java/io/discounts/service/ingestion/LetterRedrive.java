package io.discounts.service.ingestion;

import io.discounts.service.catalog.ChangeOutcome;
import io.discounts.service.catalog.DiscountCatalog;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Takes the head of a queue through the pipeline, in a transaction of its own: a crash leaves the queue one letter shorter
 * or as it was. Whoever else has the queue at that moment, ingestion or another redrive, is waited for.
 */
record LetterRedrive(
        RetriedTransaction transaction,
        LetterReader reader,
        DiscountCatalog catalog,
        QueuedLetters queues,
        LetterAudit audit) {

    /** What became of the head. */
    sealed interface Step {
        /** It is no letter any more. */
        record Settled(String stream, Settlement settlement) implements Step {}

        /** It still cannot be applied. */
        record Stopped(KeptLetter letter, long remaining) implements Step {}

        /** Somebody else dealt with it. */
        record Moved() implements Step {}

        /** There is none. */
        record Empty() implements Step {}
    }

    /**
     * Deals with the head.
     *
     * @param member any letter that is, or was, in the queue
     */
    Step next(KeptLetter member, String actor) {
        var head = queues.first(member).orElse(null);
        if (head == null) {
            return new Step.Empty();
        }
        try {
            return transaction.execute(() -> stillFirst(head) ? take(head, actor) : new Step.Moved());
        } catch (DataIntegrityViolationException refused) {
            return transaction.execute(
                    () -> stillFirst(head) ? stop(head, RecordReading.REFUSED_BY_DATABASE, actor) : new Step.Moved());
        }
    }

    private boolean stillFirst(KeptLetter head) {
        queues.lock(head);
        return queues.first(head).filter(first -> first.id() == head.id()).isPresent();
    }

    private Step take(KeptLetter head, String actor) {
        return switch (reader.read(head)) {
            case RecordReading.Understood understood -> {
                var applied = catalog.apply(understood.changes()).contains(ChangeOutcome.APPLIED);
                var settlement = applied ? Settlement.APPLIED : Settlement.OUTDATED;
                queues.remove(head);
                audit.write(actor, LetterAudit.Action.REDRIVE, head, settlement);
                yield new Step.Settled(head.stream(), settlement);
            }
            case RecordReading.Refused refused -> stop(head, refused.letter().toldReason(), actor);
        };
    }

    private Step stop(KeptLetter head, String reason, String actor) {
        var renewed = new KeptLetter(
                head.id(), head.stream(), head.shardId(), head.record(), head.subject(), DeadLetter.cut(reason));
        queues.renew(renewed, renewed.reason());
        audit.write(actor, LetterAudit.Action.REDRIVE, renewed, Settlement.REFUSED);
        return new Step.Stopped(renewed, queues.count(head));
    }
}
