package io.discounts.service.catalog;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.concurrent.atomic.AtomicInteger;

/** Lets something happen once, before the transaction of a number; the first is 0. */
final class InterveningTransactions extends TransactionTemplate {
    private static final long serialVersionUID = 1;

    private final int before;
    private final transient Runnable intervention;
    private final transient AtomicInteger transactions = new AtomicInteger();

    InterveningTransactions(PlatformTransactionManager manager, int before, Runnable intervention) {
        super(manager);
        this.before = before;
        this.intervention = intervention;
    }

    @Override
    public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
        if (transactions.getAndIncrement() == before) {
            intervention.run();
        }
        return super.execute(action);
    }
}
