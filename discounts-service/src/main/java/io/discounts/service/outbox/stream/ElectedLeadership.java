package io.discounts.service.outbox.stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whoever is elected leads, and writes that down as a lease in the database: it seizes it, for the election says that its
 * last holder is gone or has lost Redis. While nobody elects, the lease alone decides: its holder goes on, and another
 * follows when it has expired.
 */
final class ElectedLeadership implements Leadership {
    private static final long ASK_EVERY_NANOS = Duration.ofSeconds(1).toNanos();
    private static final Logger log = LoggerFactory.getLogger(ElectedLeadership.class);

    private final Election election;
    private final RelayLease lease;
    private final LongSupplier nanoTime;
    private final OutboxMetrics metrics;
    private long asked;
    private boolean held;

    ElectedLeadership(Election election, RelayLease lease, LongSupplier nanoTime, OutboxMetrics metrics) {
        this.election = election;
        this.lease = lease;
        this.nanoTime = nanoTime;
        this.metrics = metrics;
        this.asked = nanoTime.getAsLong() - ASK_EVERY_NANOS;
    }

    @Override
    public boolean held() {
        var now = nanoTime.getAsLong();
        if (now - asked >= ASK_EVERY_NANOS) {
            become(ask());
            asked = now;
        }
        return held;
    }

    @Override
    public void resign() {
        become(false);
        election.stepDown();
        lease.giveBack();
    }

    private boolean ask() {
        return switch (election.vote()) {
            case ELECTED -> {
                lease.seize();
                yield true;
            }
            case NOT_ELECTED -> false;
            case NO_ANSWER -> lease.renewOrTake();
        };
    }

    private void become(boolean leads) {
        if (leads != held) {
            log.atInfo().log(
                    leads ? "this instance carries events to the stream" : "this instance carries no more events");
        }
        held = leads;
        metrics.leads(leads);
    }
}
