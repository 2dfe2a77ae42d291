package io.discounts.service.redemption;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Locks as Redis has them, by the test's clock: they may be lost, and the dead do not unlock. */
final class ScriptedLocks implements DiscountLocks {
    private record Held(RedemptionId owner, Instant until) {}

    private final Map<DiscountKey, Held> held = new HashMap<>();
    private final ExclusiveHolds holds;
    private final Clock clock;
    private final BooleanSupplier dead;

    ScriptedLocks(ExclusiveHolds holds, Clock clock, BooleanSupplier dead) {
        this.holds = holds;
        this.clock = clock;
        this.dead = dead;
    }

    @Override
    public Attempt tryLock(DiscountKey discount, RedemptionId owner) {
        if (isLocked(discount) && holds.isHeld(discount)) {
            return Attempt.HELD_BY_ANOTHER;
        }
        if (isLocked(discount) && !isOrphan(discount)) {
            return Attempt.BEING_TAKEN;
        }
        held.put(discount, new Held(owner, clock.instant().plus(RedissonDiscountLocks.IN_FLIGHT)));
        return Attempt.TAKEN;
    }

    boolean isLocked(DiscountKey discount) {
        var lock = held.get(discount);
        return lock != null && lock.until().isAfter(clock.instant());
    }

    /** Locked for longer than a transaction takes. */
    boolean isOrphan(DiscountKey discount) {
        var lock = held.get(discount);
        return lock != null && lock.until().isAfter(clock.instant().plus(RedissonDiscountLocks.IN_FLIGHT));
    }

    @Override
    public void keep(DiscountKey discount, RedemptionId owner, Duration time) {
        if (!dead.getAsBoolean()) {
            held.computeIfPresent(
                    discount,
                    (key, lock) -> lock.owner().equals(owner)
                            ? new Held(owner, clock.instant().plus(time))
                            : lock);
        }
    }

    @Override
    public void unlock(DiscountKey discount, RedemptionId owner) {
        if (!dead.getAsBoolean()) {
            held.computeIfPresent(discount, (key, lock) -> lock.owner().equals(owner) ? null : lock);
        }
    }

    void loseAll() {
        held.clear();
    }
}
