package io.discounts.service.redemption;

import java.time.Duration;

/**
 * Courtesy locks on exclusive discounts: they turn others away before the database is asked. Never the truth: a lock may be
 * lost, or outlive its hold; {@link ExclusiveHolds} decides.
 */
interface DiscountLocks {
    enum Attempt {
        TAKEN,
        HELD_BY_ANOTHER,
        /** By a transaction that has not ended, or whose instance has died: it will be known within seconds. */
        BEING_TAKEN,
        /** The locks cannot be reached. */
        AWAY
    }

    /** Takes a lock for as long as a transaction may take. */
    Attempt tryLock(DiscountKey discount, RedemptionId owner);

    /** Keeps a lock that has been taken for as long as the hold; nobody waits for it. */
    void keep(DiscountKey discount, RedemptionId owner, Duration time);

    /** Ends a lock if it is its owner's; nobody waits for it. */
    void unlock(DiscountKey discount, RedemptionId owner);
}
