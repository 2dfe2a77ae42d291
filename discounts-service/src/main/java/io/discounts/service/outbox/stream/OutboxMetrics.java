package io.discounts.service.outbox.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Every meter of the way to the stream. */
final class OutboxMetrics {
    /** Events that wait, as counted last; each instance tells the same. */
    static final String BACKLOG = "discounts.outbox.backlog";

    /** How long the oldest of them has waited. */
    static final String OLDEST = "discounts.outbox.oldest.age";

    /** Events sent by this instance, those sent again among them. */
    static final String SENT = "discounts.outbox.sent";

    /** What went wrong, by kind: call (stream or database did not answer), record (refused by the stream, tried again). */
    static final String FAILURES = "discounts.outbox.failures";

    /** Events that no stream takes. Anything but 0 wants somebody to look. */
    static final String TOO_LARGE = "discounts.outbox.too.large";

    /** 1 on the instance that carries; their sum should be 1. */
    static final String LEADER = "discounts.outbox.leader";

    private final Counter sent;
    private final Counter failedCalls;
    private final Counter refusedRecords;
    private final Counter tooLarge;
    private volatile boolean leads;
    private volatile Backlog backlog = new Backlog(0, Duration.ZERO);

    /** What waits. */
    record Backlog(long events, Duration oldest) {}

    OutboxMetrics(MeterRegistry registry) {
        this.sent = registry.counter(SENT);
        this.failedCalls = registry.counter(FAILURES, "kind", "call");
        this.refusedRecords = registry.counter(FAILURES, "kind", "record");
        this.tooLarge = registry.counter(TOO_LARGE);
        Gauge.builder(LEADER, () -> leads ? 1 : 0).register(registry);
        Gauge.builder(BACKLOG, () -> backlog.events()).register(registry);
        TimeGauge.builder(OLDEST, () -> backlog.oldest().toMillis(), TimeUnit.MILLISECONDS)
                .register(registry);
    }

    void sent(int events) {
        sent.increment(events);
    }

    void refused(int records) {
        refusedRecords.increment(records);
    }

    void failed() {
        failedCalls.increment();
    }

    void tooLarge() {
        tooLarge.increment();
    }

    void leads(boolean leads) {
        this.leads = leads;
    }

    boolean leads() {
        return leads;
    }

    void waiting(Backlog counted) {
        backlog = counted;
    }
}
