package io.discounts.sdk.internal.resilience;

import io.discounts.sdk.BreakerOpenException;
import io.discounts.sdk.BreakerOptions;
import io.discounts.sdk.CallAbortedException;
import io.discounts.sdk.ManualTime;
import io.discounts.sdk.Operation;
import io.discounts.sdk.RemoteFailedException;
import io.discounts.sdk.RemoteTimeoutException;
import io.discounts.sdk.RequestRejectedException;
import io.discounts.sdk.UnreadableAnswerException;
import io.discounts.sdk.internal.BreakerChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class BreakerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final ManualTime time = new ManualTime();
    private final List<BreakerChange> changes = new ArrayList<>();
    private final Attempts service = new Attempts();
    private final Breaker breaker = new Breakers(
                    BreakerOptions.DEFAULTS, Clock.fixed(NOW, ZoneOffset.UTC), time, () -> 0.5, changes::add)
            .named("reads");

    static Stream<Supplier<RuntimeException>> failures() {
        return Stream.of(
                () -> new RemoteTimeoutException("late", null),
                () -> new RemoteFailedException("broke off", null),
                () -> new RemoteFailedException("busy", 429, null),
                () -> new UnreadableAnswerException("HTML", null),
                () -> new IllegalStateException("unforeseen"));
    }

    static Stream<Supplier<RuntimeException>> harmless() {
        return Stream.of(
                () -> new RequestRejectedException(400, "invalid-request", "no"),
                () -> new CallAbortedException("gone", null));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void opensWithinTwentyCallsHoweverHealthyItWasBefore(Supplier<RuntimeException> failure) {
        tries(1000);
        service.failing(failure);

        tries(20);
        var asked = service.count();

        assertThatThrownBy(() -> service.through(breaker)).isInstanceOf(BreakerOpenException.class);
        assertThat(service.count()).isEqualTo(asked);
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void staysClosedWhateverIsNotTheServicesFault(Supplier<RuntimeException> failure) {
        service.failing(failure);
        tries(100);

        assertThat(service.count()).isEqualTo(100);
        assertThat(changes).isEmpty();
    }

    @Test
    void staysClosedWhileFewerThanHalfFail() {
        for (var i = 0; i < 100; i++) {
            service.failing(() -> new RemoteFailedException("broke off", null));
            tries(1);
            service.answering();
            tries(2);
        }

        assertThat(changes).isEmpty();
    }

    @Test
    void asksAgainAfterAWhileAndClosesOnceProbesAreAnswered() {
        opened();
        time.passes(Duration.ofSeconds(4));
        assertThatThrownBy(() -> service.through(breaker)).isInstanceOf(BreakerOpenException.class);

        service.answering();
        time.passes(Duration.ofMillis(1001));
        for (var i = 0; i < 4; i++) {
            assertThat(service.through(breaker)).isEqualTo("answer");
        }

        assertThat(changes).extracting(BreakerChange::to).containsExactly("OPEN", "HALF_OPEN", "CLOSED");
        assertThat(changes).extracting(BreakerChange::at).containsOnly(NOW);
    }

    @Test
    void opensAgainWhenProbesFail() {
        opened();
        time.passes(Duration.ofMillis(5001));
        tries(3);
        var asked = service.count();

        assertThatThrownBy(() -> service.through(breaker)).isInstanceOf(BreakerOpenException.class);
        assertThat(service.count()).isEqualTo(asked);
    }

    @Test
    void healsThoughProbesNeverComeBack() throws InterruptedException {
        opened();
        time.passes(Duration.ofMillis(5001));
        var threads = Executors.newCachedThreadPool();
        var release = new CountDownLatch(1);
        var hung = new CountDownLatch(3);
        for (var i = 0; i < 3; i++) {
            threads.execute(() -> breaker.call(Operation.SEARCH, Attempts.call(), call -> {
                hung.countDown();
                return await(release);
            }));
        }
        hung.await();
        service.answering();

        // All probes are out: nothing is asked, for as long as they may take.
        assertThatThrownBy(() -> service.through(breaker)).isInstanceOf(BreakerOpenException.class);
        time.passes(Duration.ofMillis(2001));
        assertThatThrownBy(() -> service.through(breaker)).isInstanceOf(BreakerOpenException.class);
        time.passes(Duration.ofMillis(5001));
        for (var i = 0; i < 4; i++) {
            service.through(breaker);
        }

        assertThat(changes)
                .extracting(BreakerChange::to)
                .containsExactly("OPEN", "HALF_OPEN", "OPEN", "HALF_OPEN", "CLOSED");
        release.countDown();
        threads.shutdownNow();
    }

    @Test
    void waitsForProbesOfAHostThatSeldomAsks() {
        opened();
        service.answering();
        time.passes(Duration.ofMillis(5001));
        for (var i = 0; i < 3; i++) {
            service.through(breaker);
            time.passes(Duration.ofMinutes(10));
        }

        assertThat(changes).extracting(BreakerChange::to).containsExactly("OPEN", "HALF_OPEN", "CLOSED");
    }

    @Test
    void startsNoThread() {
        opened();
        time.passes(Duration.ofMillis(5001));
        tries(1);

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.contains("CircuitBreaker"));
    }

    private void opened() {
        service.failing(() -> new RemoteFailedException("broke off", null));
        tries(20);
        assertThat(changes).extracting(BreakerChange::to).containsExactly("OPEN");
    }

    private void tries(int times) {
        for (var i = 0; i < times; i++) {
            service.triedThrough(breaker);
        }
    }

    private static String await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return "late";
    }
}
