package io.discounts.sdk.internal.resilience;

import io.discounts.sdk.BackendCall;
import io.discounts.sdk.BreakerOpenException;
import io.discounts.sdk.BulkheadFullException;
import io.discounts.sdk.Cancellation;
import io.discounts.sdk.Deadline;
import io.discounts.sdk.Operation;
import io.discounts.sdk.Priority;
import io.discounts.sdk.RemoteFailedException;
import io.discounts.sdk.RemoteTimeoutException;
import io.discounts.sdk.RequestRejectedException;
import io.discounts.sdk.UnreadableAnswerException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import javax.net.ssl.SSLHandshakeException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RetriesTest {
    private final Attempts service = new Attempts();

    /** With tokens for this many second attempts. */
    private static Retries saved(int tokens) {
        var budget = new RetryBudget(1, 100);
        for (var i = 0; i < tokens - 1; i++) {
            budget.earn();
        }
        // The last is earned by the call itself.
        return new Retries(budget);
    }

    static Stream<Supplier<RuntimeException>> passing() {
        return Stream.of(
                () -> new RemoteFailedException("broke off", new IOException("reset")),
                () -> new RemoteFailedException("bad gateway", 502, null),
                () -> new RemoteFailedException("gateway timeout", 504, null));
    }

    static Stream<Supplier<RuntimeException>> lasting() {
        return Stream.of(
                () -> new RemoteFailedException("its own error", 500, null),
                () -> new RemoteFailedException("too many", 429, null),
                () -> new RemoteFailedException("sheds load", 503, null),
                () -> new RemoteFailedException("later", 502, Duration.ofSeconds(1)),
                () -> new RemoteFailedException("a stranger", new SSLHandshakeException("no trust")),
                () -> new RemoteTimeoutException("late", null),
                () -> new RequestRejectedException(400, "invalid-request", "no"),
                () -> new UnreadableAnswerException("HTML", null),
                () -> new BreakerOpenException("open"),
                () -> new BulkheadFullException("full"));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void asksOnceMoreAfterWhatMayPass(Supplier<RuntimeException> failure) {
        service.failing(failure);

        assertThatThrownBy(() -> service.through(saved(10)))
                .satisfies(second -> assertThat(second.getSuppressed()).hasSize(1));
        assertThat(service.count()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void asksNoMoreAfterWhatLasts(Supplier<RuntimeException> failure) {
        service.failing(failure);

        assertThatThrownBy(() -> service.through(saved(10))).isInstanceOf(RuntimeException.class);
        assertThat(service.count()).isEqualTo(1);
    }

    @Test
    void answersByTheSecondAttempt() {
        var attempts = List.of("fails", "answers").iterator();

        var answer = saved(1).call(Operation.EVALUATE, Attempts.call(), call -> {
            if (attempts.next().equals("fails")) {
                throw new RemoteFailedException("broke off", null);
            }
            return "answer";
        });

        assertThat(answer).isEqualTo("answer");
    }

    @Test
    void asksNoMoreOnceNothingIsLeftOfTheDeadline() {
        service.failing(() -> new RemoteFailedException("broke off", null));
        var over = new BackendCall(Priority.BROWSE, new Deadline(0, () -> 1));

        assertThatThrownBy(() -> service.through(saved(10), over)).isInstanceOf(RemoteFailedException.class);
        assertThat(service.count()).isEqualTo(1);
    }

    @Test
    void asksNoMoreForWhoHasLeft() {
        service.failing(() -> new RemoteFailedException("broke off", null));
        var cancellation = new Cancellation();
        cancellation.cancel();

        assertThatThrownBy(() -> service.through(saved(10), Attempts.call().with(cancellation)))
                .isInstanceOf(RemoteFailedException.class);
        assertThat(service.count()).isEqualTo(1);
    }

    @Property(tries = 200)
    void neverAsksMoreOftenThanItsBudgetAllows(
            @ForAll @IntRange(min = 1, max = 500) int calls,
            @ForAll @DoubleRange(min = 0, max = 1) double ratio,
            @ForAll @IntRange(min = 1, max = 50) int burst) {
        var failing = new Attempts().failing(() -> new RemoteFailedException("broke off", null));
        var retries = new Retries(new RetryBudget(ratio, burst));

        for (var i = 0; i < calls; i++) {
            failing.triedThrough(retries);
        }

        // A token is counted in millionths.
        assertThat((double) failing.count()).isLessThanOrEqualTo(calls * (1 + ratio) + calls / 1e6);
    }

    @Property(tries = 50)
    void savesNoMoreThanABurst(@ForAll @IntRange(min = 1, max = 20) int burst) {
        var retries = new Retries(new RetryBudget(0.1, burst));
        var attempts = new Attempts();
        for (var i = 0; i < 1000; i++) {
            attempts.through(retries);
        }
        attempts.failing(() -> new RemoteFailedException("broke off", null));
        for (var i = 0; i < 9; i++) {
            attempts.triedThrough(retries);
        }

        assertThat(attempts.count() - 1009).isLessThanOrEqualTo(burst);
    }
}
