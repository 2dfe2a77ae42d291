package io.discounts.service.outbox.stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.List;

/**
 * Carries events, on a thread of its own, while this instance leads. Nothing ends it but a stop: when the stream, the database
 * or Redis is away, it tries again after longer and longer pauses.
 */
final class EventRelay implements SmartLifecycle {
    /** How late an event may be that another instance has written. */
    static final Duration POLL = Duration.ofMillis(200);

    /**
     * How long what was appended after a quiet moment waits for company: looking, sending and marking cost the same for one
     * event as for many. Never under load, for then there is no quiet moment.
     */
    private static final Duration GATHERING = Duration.ofMillis(100);

    private static final Duration STANDBY = Duration.ofSeconds(1);
    private static final Duration LONGEST_AWAY = Duration.ofSeconds(3);

    /** Shorter, since others have something to say too. */
    private static final Duration LONGEST_REFUSED = Duration.ofSeconds(1);

    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(EventRelay.class);

    private final Leadership leadership;
    private final Carriage carriage;
    private final Backoff backoff;
    private final OutboxMetrics metrics;
    private final AlarmClock alarm;
    private @Nullable Thread thread;
    private boolean troubled;

    EventRelay(Leadership leadership, Carriage carriage, Backoff backoff, OutboxMetrics metrics, AlarmClock alarm) {
        this.leadership = leadership;
        this.carriage = carriage;
        this.backoff = backoff;
        this.metrics = metrics;
        this.alarm = alarm;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("event-relay").start(this::run);
    }

    /** Lets a call under way end. */
    @Override
    public void stop() {
        alarm.stop();
        var carrier = thread;
        try {
            if (carrier != null) {
                carrier.join(FAREWELL);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null && !alarm.isStopped();
    }

    private void run() {
        try {
            while (!alarm.isStopped()) {
                step();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            resign();
        }
    }

    private void step() throws InterruptedException {
        try {
            if (leadership.held()) {
                after(carriage.carry());
            } else {
                alarm.rest(STANDBY);
            }
        } catch (RuntimeException failure) {
            metrics.failed();
            warn(failure, List.of());
            alarm.pause(backoff.next(LONGEST_AWAY));
        }
    }

    private void after(Carriage.Outcome outcome) throws InterruptedException {
        switch (outcome) {
            case Carriage.Outcome.Idle ignored -> {
                calm();
                alarm.rest(POLL, GATHERING);
            }
            case Carriage.Outcome.Sent ignored -> calm();
            case Carriage.Outcome.Refused refused -> {
                warn(null, refused.reasons());
                if (refused.some()) {
                    backoff.reset();
                }
                alarm.pause(backoff.next(LONGEST_REFUSED));
            }
        }
    }

    private void calm() {
        backoff.reset();
        if (troubled) {
            log.atInfo().log("events reach the stream again");
        }
        troubled = false;
    }

    private void warn(@Nullable Throwable failure, List<String> reasons) {
        if (!troubled) {
            log.atWarn()
                    .addKeyValue("reasons", reasons)
                    .setCause(failure)
                    .log("events do not reach the stream, trying until they do");
        }
        troubled = true;
    }

    private void resign() {
        try {
            leadership.resign();
        } catch (RuntimeException away) {
            log.atDebug().setCause(away).log("the lease of the event relay is left to expire");
        }
    }
}
