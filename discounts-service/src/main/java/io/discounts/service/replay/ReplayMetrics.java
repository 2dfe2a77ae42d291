package io.discounts.service.replay;

import io.discounts.service.ingestion.LoggedCounts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

import java.util.concurrent.atomic.AtomicLong;

/** What replays tell about themselves, those that this instance runs. Safe for use by any thread. */
@Component
class ReplayMetrics {
    /** Records of the log, by outcome: applied, outdated, rejected, outside. */
    static final String RECORDS = "discounts.replay.records";

    /** How much of the segments of the replay that runs here has been read, 0 to 1; 0 while none does. */
    static final String PROGRESS = "discounts.replay.progress";

    /** Replays that were ordered here. */
    static final String ORDERED = "discounts.replay.ordered";

    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong readBytes = new AtomicLong();
    private final Counter applied;
    private final Counter outdated;
    private final Counter rejected;
    private final Counter outside;
    private final Counter ordered;

    ReplayMetrics(MeterRegistry registry) {
        this.applied = registry.counter(RECORDS, "outcome", "applied");
        this.outdated = registry.counter(RECORDS, "outcome", "outdated");
        this.rejected = registry.counter(RECORDS, "outcome", "rejected");
        this.outside = registry.counter(RECORDS, "outcome", "outside");
        this.ordered = registry.counter(ORDERED);
        Gauge.builder(PROGRESS, this, ReplayMetrics::progress).register(registry);
    }

    void ordered() {
        ordered.increment();
    }

    void ingested(LoggedCounts counts) {
        applied.increment((double) counts.applied());
        outdated.increment((double) counts.outdated());
        rejected.increment((double) counts.rejected());
        outside.increment((double) counts.outside());
    }

    void begun(ReplayProgress progress) {
        bytes.set(progress.bytes());
        readBytes.set(progress.readBytes());
    }

    void read(long more) {
        readBytes.addAndGet(more);
    }

    void idle() {
        bytes.set(0);
    }

    private double progress() {
        var all = bytes.get();
        return all == 0 ? 0 : Math.min(1.0, (double) readBytes.get() / all);
    }
}
