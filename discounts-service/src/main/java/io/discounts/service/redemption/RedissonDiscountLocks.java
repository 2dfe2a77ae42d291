package io.discounts.service.redemption;

import org.jspecify.annotations.Nullable;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Locks in Redis. A lock is first taken for a few seconds, then, behind the commit, kept for the hold's time: what a crash
 * leaves behind before the commit ends soon. What a crash leaves after a release is found by the next one who wants the
 * discount: a lock with more time left than a transaction takes, for a discount that nobody holds.
 */
final class RedissonDiscountLocks implements DiscountLocks {
    /** Longer than any transaction. */
    static final Duration IN_FLIGHT = Duration.ofSeconds(5);

    private static final String PREFIX = "discounts:1:hold:";
    private static final Logger log = LoggerFactory.getLogger(RedissonDiscountLocks.class);

    private final Supplier<RedissonClient> client;
    private final ExclusiveHolds holds;
    private final ExecutorService executor;
    private final Duration patience;
    private final RedemptionMetrics metrics;

    /**
     * Prepares; nothing is connected yet.
     *
     * @param patience how long a caller waits for Redis
     */
    RedissonDiscountLocks(
            Supplier<RedissonClient> client,
            ExclusiveHolds holds,
            ExecutorService executor,
            Duration patience,
            RedemptionMetrics metrics) {
        this.client = client;
        this.holds = holds;
        this.executor = executor;
        this.patience = patience;
        this.metrics = metrics;
    }

    @Override
    public Attempt tryLock(DiscountKey discount, RedemptionId owner) {
        var attempt = attempt(discount, owner);
        metrics.lock(
                switch (attempt) {
                    case TAKEN -> "taken";
                    case HELD_BY_ANOTHER -> "held";
                    case BEING_TAKEN -> "contended";
                    case AWAY -> "away";
                });
        return attempt;
    }

    private Attempt attempt(DiscountKey discount, RedemptionId owner) {
        var taken = within(() -> lock(discount, owner));
        if (taken == null) {
            unlock(discount, owner);
            return Attempt.AWAY;
        }
        if (taken) {
            return Attempt.TAKEN;
        }
        if (holds.isHeld(discount)) {
            return Attempt.HELD_BY_ANOTHER;
        }
        return takeOrphan(discount, owner) ? Attempt.TAKEN : Attempt.BEING_TAKEN;
    }

    private boolean lock(DiscountKey discount, RedemptionId owner) throws Exception {
        return of(discount, owner)
                .tryLockAsync(0, IN_FLIGHT.toMillis(), TimeUnit.MILLISECONDS, 0)
                .get();
    }

    private boolean takeOrphan(DiscountKey discount, RedemptionId owner) {
        return Boolean.TRUE.equals(within(() -> {
            var lock = of(discount, owner);
            if (lock.remainTimeToLive() <= IN_FLIGHT.toMillis()) {
                return false;
            }
            lock.forceUnlock();
            return lock(discount, owner);
        }));
    }

    @Override
    public void keep(DiscountKey discount, RedemptionId owner, Duration time) {
        later(() -> of(discount, owner).expire(time));
    }

    @Override
    public void unlock(DiscountKey discount, RedemptionId owner) {
        later(() -> {
            var lock = of(discount, owner);
            if (lock.isHeldByThread(0)) {
                lock.unlockAsync(0).get();
            }
            return true;
        });
    }

    private HoldLock of(DiscountKey discount, RedemptionId owner) {
        return new HoldLock(((Redisson) client.get()).getCommandExecutor(), PREFIX + discount, owner);
    }

    /** Null if Redis does not answer in time. */
    private <T> @Nullable T within(Callable<T> question) {
        Future<T> answer;
        try {
            answer = executor.submit(question);
        } catch (RejectedExecutionException stopping) {
            return null;
        }
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException away) {
            answer.cancel(true);
            return null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private void later(Callable<Boolean> order) {
        try {
            executor.execute(() -> {
                try {
                    order.call();
                } catch (Exception away) {
                    log.atDebug().setCause(away).log("A lock is left to its lease");
                }
            });
        } catch (RejectedExecutionException stopping) {
            log.atDebug().log("A lock is left to its lease, the service stops");
        }
    }
}
