package io.discounts.service.ingestion;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.Objects;
import java.util.function.Supplier;

/** A transaction in which a deadlock's loser tries again at once, for the winner is through by then. */
record RetriedTransaction(TransactionTemplate transaction) {
    private static final int TRIES = 3;

    <T> T execute(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> work.get()));
            } catch (ConcurrencyFailureException lost) {
                if (attempt == TRIES) {
                    throw lost;
                }
            }
        }
    }
}
