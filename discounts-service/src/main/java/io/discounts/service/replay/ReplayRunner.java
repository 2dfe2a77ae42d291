package io.discounts.service.replay;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import java.time.Duration;

/**
 * Runs what was ordered over HTTP, one replay at a time: also those that another instance has left, for whatever reason. A
 * stop leaves the replay where it is, for another to go on with.
 */
@Component
@ConditionalOnBooleanProperty(name = "discounts.replay.enabled", matchIfMissing = true)
class ReplayRunner implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ReplayRunner.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final JdbcReplays replays;
    private final ReplayRun run;
    private final Attendance attendance;
    private final ReplayMetrics metrics;
    private final Duration poll;
    private volatile @Nullable Running running;

    private record Running(StopSignal stop, Thread thread) {}

    ReplayRunner(
            JdbcReplays replays,
            ReplayRun run,
            Attendance attendance,
            ReplayMetrics metrics,
            ReplayProperties properties) {
        this.replays = replays;
        this.run = run;
        this.attendance = attendance;
        this.metrics = metrics;
        this.poll = properties.poll();
    }

    @Override
    public void start() {
        var stop = new StopSignal();
        running = new Running(stop, Thread.ofVirtual().name("replay-runner").start(() -> runUntil(stop)));
    }

    @Override
    public void stop() {
        var stopping = running;
        if (stopping != null) {
            stopping.stop().raise();
            join(stopping.thread());
        }
        running = null;
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    private static void join(Thread thread) {
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void runUntil(StopSignal stop) {
        while (!stop.raisedWithin(poll)) {
            try {
                for (var id : replays.unended(ReplayOrigin.API)) {
                    attend(id, stop);
                }
            } catch (DataAccessException | TransactionException away) {
                log.atDebug().setCause(away).log("replays wait while the database is away");
            } catch (RuntimeException failure) {
                log.atError().setCause(failure).log("a replay has failed and is tried again");
            }
        }
    }

    private void attend(long id, StopSignal stop) {
        var held = attendance.take(id);
        if (held.isPresent()) {
            try (var attended = held.get()) {
                run.run(attended.replayId(), stop);
            } catch (EventLogAwayException away) {
                log.atWarn()
                        .addKeyValue("replay", id)
                        .log("a replay waits, its log does not answer: " + away.getMessage());
            } finally {
                metrics.idle();
            }
        }
    }
}
