package io.discounts.service.redemption;

import io.discounts.service.redemption.RedemptionOutcome.Done;
import io.discounts.service.redemption.WriteResult.Answered;
import io.discounts.service.redemption.WriteResult.InProgress;
import io.discounts.service.redemption.WriteResult.KeyReused;
import io.discounts.service.redemption.WriteResult.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.util.Objects;

/**
 * A write and its idempotency key in one transaction: the key's row first, then the work, then the answer into the row. A
 * twin's insert waits for that transaction's end, and finds the answer. If the service dies, neither work nor key is there.
 * A refusal leaves nothing but its answer, in a transaction of its own; one that may be another the next time, not even that.
 */
final class IdempotentTransaction {
    private static final int TRIES = 4;
    private static final Logger log = LoggerFactory.getLogger(IdempotentTransaction.class);

    private final TransactionTemplate transaction;
    private final IdempotencyKeys keys;
    private final Clock clock;

    /** @param transaction with a time limit, after which nothing is tried again either */
    IdempotentTransaction(TransactionTemplate transaction, IdempotencyKeys keys, Clock clock) {
        this.transaction = transaction;
        this.keys = keys;
        this.clock = clock;
    }

    WriteResult execute(WriteOrder order) {
        var giveUp = clock.instant().plusSeconds(transaction.getTimeout());
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    return attempt(order);
                } catch (ConcurrencyFailureException lost) {
                    if (attempt == TRIES || !clock.instant().isBefore(giveUp)) {
                        throw lost;
                    }
                }
            }
        } catch (DataAccessException | TransactionException away) {
            log.atWarn()
                    .addKeyValue("operation", order.operation())
                    .addKeyValue("error.type", away.getClass().getName())
                    .addKeyValue(
                            "error.message",
                            String.valueOf(away.getMostSpecificCause().getMessage()))
                    .log("A redemption could not be written");
            return new Unavailable("The database does not answer.");
        }
    }

    private WriteResult attempt(WriteOrder order) {
        var decided = Objects.requireNonNull(transaction.execute(status -> decide(order, status)));
        return switch (decided) {
            case Decided.Final end -> end.result();
            case Decided.RolledBack refused -> keepRefusal(order, refused.reply());
        };
    }

    private sealed interface Decided {
        record Final(WriteResult result) implements Decided {}

        record RolledBack(Reply reply) implements Decided {}
    }

    private Decided decide(WriteOrder order, TransactionStatus status) {
        if (!claim(order)) {
            return new Decided.Final(known(order));
        }
        var outcome = order.work().get();
        return switch (outcome) {
            case Done done -> {
                var reply = order.rendering().apply(done);
                keys.answer(order.digest(), reply);
                yield new Decided.Final(new Answered(reply));
            }
            case RedemptionOutcome.Refused refused -> {
                status.setRollbackOnly();
                yield new Decided.RolledBack(order.rendering().apply(refused));
            }
            case RedemptionOutcome.Contended contended -> {
                status.setRollbackOnly();
                yield new Decided.Final(new Answered(order.rendering().apply(contended.refused())));
            }
            case RedemptionOutcome.Unavailable away -> {
                status.setRollbackOnly();
                yield new Decided.Final(new Unavailable(away.reason()));
            }
        };
    }

    private boolean claim(WriteOrder order) {
        var now = clock.instant();
        return keys.claim(order.digest(), order.fingerprint(), now) || reclaim(order);
    }

    /** A key of more than a day ago is as good as new. */
    private boolean reclaim(WriteOrder order) {
        var now = clock.instant();
        var dayAgo = now.minus(IdempotencyKeys.KEPT);
        var used = keys.find(order.digest());
        if (used.isPresent() && !used.get().at().isBefore(dayAgo)) {
            return false;
        }
        keys.forget(order.digest(), dayAgo);
        return keys.claim(order.digest(), order.fingerprint(), now);
    }

    private WriteResult known(WriteOrder order) {
        var used = keys.find(order.digest());
        if (used.isEmpty()) {
            return new InProgress();
        }
        if (!used.get().fingerprint().equals(order.fingerprint())) {
            return new KeyReused();
        }
        var reply = used.get().reply();
        return reply == null ? new InProgress() : new Answered(reply);
    }

    /** Unless a twin has been answered meanwhile: then that is the answer. */
    private WriteResult keepRefusal(WriteOrder order, Reply reply) {
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!claim(order)) {
                return known(order);
            }
            keys.answer(order.digest(), reply);
            return new Answered(reply);
        }));
    }
}
