package io.discounts.sdk.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A script being played: since when, and how many requests it has seen. For use by many threads. */
final class Performance {
    private final Script script;
    private final Clock clock;
    private final Instant since;
    private final AtomicLong requests = new AtomicLong();

    Performance(Script script, Clock clock) {
        this.script = script;
        this.clock = clock;
        since = clock.instant();
    }

    Scene next(String path) {
        var turn = new Turn(requests.getAndIncrement(), elapsed(), path);
        return new Scene(turn, script.at(turn));
    }

    /** As the request that would come next is to be met. */
    Door door() {
        return script.at(new Turn(requests.get(), elapsed(), "")).door();
    }

    private Duration elapsed() {
        return Duration.between(since, clock.instant());
    }
}
