package io.discounts.service.outbox.stream;

import org.redisson.api.RLock;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Elects whoever holds a lock, which Redisson's watchdog renews while the process lives. Belongs to the thread that asks. */
final class RedissonElection implements Election {
    private static final Logger log = LoggerFactory.getLogger(RedissonElection.class);

    private final RedissonClient redisson;
    private final String lockName;
    private boolean away;

    RedissonElection(RedissonClient redisson, String lockName) {
        this.redisson = redisson;
        this.lockName = lockName;
    }

    @Override
    public Vote vote() {
        try {
            var lock = lock();
            var elected = lock.isHeldByCurrentThread() || lock.tryLock();
            away = false;
            return elected ? Vote.ELECTED : Vote.NOT_ELECTED;
        } catch (RedisException failure) {
            if (!away) {
                log.atWarn()
                        .setCause(failure)
                        .log("Redis elects nobody; the lease in the database decides who carries events");
            }
            away = true;
            return Vote.NO_ANSWER;
        }
    }

    @Override
    public void stepDown() {
        try {
            if (lock().isHeldByCurrentThread()) {
                lock().unlock();
            }
        } catch (RedisException failure) {
            log.atDebug().setCause(failure).log("the lock of the event relay is left to expire");
        }
    }

    private RLock lock() {
        return redisson.getLock(lockName);
    }
}
