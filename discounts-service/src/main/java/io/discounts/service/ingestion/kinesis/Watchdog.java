package io.discounts.service.ingestion.kinesis;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.kinesis.leases.Lease;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Notices a Scheduler that holds leases and reads nothing though there is something to read. A Scheduler that cannot read
 * because Kinesis is away is left alone: then the backlog cannot be told either.
 */
final class Watchdog {
    private static final Logger log = LoggerFactory.getLogger(Watchdog.class);

    private final Supplier<? extends Collection<Lease>> held;
    private final Pulses pulses;
    private final Predicate<Lease> hasBacklog;
    private final Duration patience;
    private final Clock clock;

    /**
     * @param held the leases that the Scheduler holds
     * @param hasBacklog whether records wait behind a lease's checkpoint, as far as that can be told
     * @param patience how long a shard may be silent
     */
    Watchdog(
            Supplier<? extends Collection<Lease>> held,
            Pulses pulses,
            Predicate<Lease> hasBacklog,
            Duration patience,
            Clock clock) {
        this.held = held;
        this.pulses = pulses;
        this.hasBacklog = hasBacklog;
        this.patience = patience;
        this.clock = clock;
    }

    /** Often enough that a silence is noticed within a quarter more than the patience. */
    Duration interval() {
        return patience.dividedBy(4);
    }

    /** Looks at the shards once, and asks of those that have been silent for too long whether they should be. */
    boolean isStuck() {
        return stuckLease().isPresent();
    }

    private Optional<Lease> stuckLease() {
        var moment = clock.instant().minus(patience);
        var leases = held.get();
        // A child is not begun before its parents are read to their end, however long that takes.
        leases.stream()
                .filter(lease -> lease.parentShardIds().isEmpty())
                .forEach(lease -> pulses.expected(lease.leaseKey()));
        var stuck = leases.stream()
                .filter(lease -> pulses.isSilentSince(lease.leaseKey(), moment))
                .filter(hasBacklog)
                .findFirst();
        stuck.ifPresent(lease -> log.atError()
                .addKeyValue("lease", lease.leaseKey())
                .log("A shard is held and not read though records wait; the reader begins again"));
        return stuck;
    }
}
