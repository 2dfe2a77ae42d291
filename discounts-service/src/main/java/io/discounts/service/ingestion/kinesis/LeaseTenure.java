package io.discounts.service.ingestion.kinesis;

import org.jspecify.annotations.Nullable;
import software.amazon.kinesis.leases.Lease;
import software.amazon.kinesis.leases.LeaseCoordinator;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Lasts while the reader runs and this very lease is held. The KCL tells a processor of a lost lease only between two
 * batches, but one that waits for the database is in the midst of one, so it has to look for itself.
 */
final class LeaseTenure implements Tenure {
    private final StopSignal stop;
    private final Supplier<@Nullable Lease> lease;
    private final Consumer<Lease> drop;
    private final @Nullable UUID token;

    /**
     * Begins with the lease as it is held now; the same lease lost and won again is another one.
     *
     * @param lease the shard's lease, if this worker holds it
     */
    LeaseTenure(StopSignal stop, Supplier<@Nullable Lease> lease, Consumer<Lease> drop) {
        this.stop = stop;
        this.lease = lease;
        this.drop = drop;
        var held = lease.get();
        this.token = held == null ? null : held.concurrencyToken();
    }

    static LeaseTenure of(StopSignal stop, LeaseCoordinator leases, String leaseKey) {
        return new LeaseTenure(stop, () -> leases.getCurrentlyHeldLease(leaseKey), leases::dropLease);
    }

    @Override
    public boolean lastsFor(Duration wait) {
        return !stop.raisedWithin(wait) && ours() != null;
    }

    @Override
    public void surrender() {
        var ours = ours();
        if (ours != null) {
            drop.accept(ours);
        }
    }

    private @Nullable Lease ours() {
        var held = lease.get();
        return held != null && held.concurrencyToken().equals(token) ? held : null;
    }
}
