package io.discounts.service.redemption;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Does the same again and again on a thread of its own, with a rest between two rounds. */
final class Rounds implements SmartLifecycle {
    private static final Duration LAST_ROUND = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(Rounds.class);

    private final String name;
    private final Runnable round;
    private final Duration rest;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    Rounds(String name, Runnable round, Duration rest) {
        this.name = name;
        this.round = round;
        this.rest = rest;
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    @Override
    public void stop() {
        stopped.countDown();
        var running = thread;
        try {
            if (running != null) {
                running.join(LAST_ROUND);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null && stopped.getCount() > 0;
    }

    private void run() {
        try {
            do {
                goRound();
            } while (!stopped.await(rest.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A failure that nobody has foreseen must not end all rounds. */
    private void goRound() {
        try {
            round.run();
        } catch (RuntimeException failure) {
            log.atError().addKeyValue("rounds", name).setCause(failure).log("A round failed");
        }
    }
}
