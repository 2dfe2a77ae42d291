package io.discounts.service.ingestion;

import io.discounts.service.ingestion.LetterRedrive.Step;
import org.jspecify.annotations.Nullable;

/**
 * What operators do with dead letters. Everything is written to the audit with who did it. Safe for use by many threads and
 * instances at once: they take turns, letter by letter.
 *
 * <p>All methods throw a {@link org.springframework.dao.DataAccessException} or a
 * {@link org.springframework.transaction.TransactionException} if the database does not answer; what was done before that
 * stays done.
 */
public final class DeadLetterQueue {
    private final QueuedLetters queues;
    private final LetterAudit audit;
    private final RetriedTransaction transaction;
    private final LetterRedrive redrive;
    private final IngestionMetrics metrics;

    DeadLetterQueue(QueuedLetters queues, LetterAudit audit, LetterRedrive redrive, IngestionMetrics metrics) {
        this.queues = queues;
        this.audit = audit;
        this.transaction = redrive.transaction();
        this.redrive = redrive;
        this.metrics = metrics;
    }

    /**
     * Lists letters by id.
     *
     * @param behind the id they begin behind; 0 for the first page
     * @param limit at most so many; fewer come where they are large
     */
    public LetterPage page(LetterFilter filter, long behind, int limit) {
        return queues.page(filter, behind, limit);
    }

    /**
     * Applies the queue that a letter is in, from its head on, until it is empty or a letter still cannot be applied. A
     * letter without a subject is applied alone.
     *
     * @param actor who asks for it
     */
    public RedriveOutcome redrive(long id, String actor) {
        var letter = queues.find(id).orElse(null);
        return letter == null ? new RedriveOutcome.UnknownLetter() : drain(letter, actor);
    }

    /**
     * Drops one letter for good, wherever in its queue it stands, and redrives the rest.
     *
     * @param actor who asks for it
     */
    public RedriveOutcome discard(long id, String actor) {
        var letter = queues.find(id).orElse(null);
        var dropped = letter != null && transaction.execute(() -> drop(letter, actor));
        if (letter == null || !dropped) {
            return new RedriveOutcome.UnknownLetter();
        }
        metrics.discarded(letter.stream());
        return drain(letter, actor);
    }

    private boolean drop(KeptLetter letter, String actor) {
        queues.lock(letter);
        var still = queues.find(letter.id());
        still.ifPresent(kept -> {
            queues.remove(kept);
            audit.write(actor, LetterAudit.Action.DISCARD, kept, Settlement.DISCARDED);
        });
        return still.isPresent();
    }

    private RedriveOutcome drain(KeptLetter member, String actor) {
        var applied = 0;
        var outdated = 0;
        while (true) {
            switch (redrive.next(member, actor)) {
                case Step.Settled settled -> {
                    metrics.redriven(settled.stream(), settled.settlement());
                    applied += settled.settlement() == Settlement.APPLIED ? 1 : 0;
                    outdated += settled.settlement() == Settlement.OUTDATED ? 1 : 0;
                }
                case Step.Stopped stopped -> {
                    metrics.redriven(stopped.letter().stream(), Settlement.REFUSED);
                    return redriven(applied, outdated, stopped.remaining(), stopped.letter());
                }
                case Step.Moved ignored -> {}
                case Step.Empty ignored -> {
                    return redriven(applied, outdated, 0, null);
                }
            }
        }
    }

    private static RedriveOutcome redriven(int applied, int outdated, long remaining, @Nullable KeptLetter stoppedAt) {
        return new RedriveOutcome.Redriven(applied, outdated, remaining, stoppedAt);
    }
}
