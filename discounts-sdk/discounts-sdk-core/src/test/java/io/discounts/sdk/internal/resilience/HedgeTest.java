package io.discounts.sdk.internal.resilience;

import io.discounts.sdk.BackendCall;
import io.discounts.sdk.CallAbortedException;
import io.discounts.sdk.Operation;
import io.discounts.sdk.RemoteFailedException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class HedgeTest {
    private static final Duration SOON = Duration.ofMillis(10);
    private static final Duration NEVER = Duration.ofHours(1);

    private final List<BackendCall> attempts = new CopyOnWriteArrayList<>();
    private Hedge hedge = hedge(SOON, 100);

    private static Hedge hedge(Duration delay, int saved) {
        var budget = new RetryBudget(1, 100);
        for (var i = 0; i < saved; i++) {
            budget.earn();
        }
        return new Hedge(delay, budget, 4);
    }

    @AfterEach
    void close() {
        hedge.close();
    }

    /** The first and the second attempt, by the order in which they come. */
    private String ask(Function<BackendCall, String> first, Function<BackendCall, String> second) {
        return hedge.call(Operation.SEARCH, Attempts.call(), call -> {
            attempts.add(call);
            return (attempts.indexOf(call) == 0 ? first : second).apply(call);
        });
    }

    @Test
    void asksOnceWhileTheServiceIsFast() {
        hedge.close();
        hedge = hedge(NEVER, 100);

        assertThat(ask(call -> "first", call -> "second")).isEqualTo("first");
        assertThat(attempts).hasSize(1);
    }

    @Test
    void answersByTheSecondAttemptAndAbortsTheFirst() {
        assertThat(ask(HedgeTest::untilAborted, call -> "second")).isEqualTo("second");
        assertThat(attempts.get(0).cancellation().isCancelled()).isTrue();
    }

    @Test
    void answersByTheFirstAttemptAndAbortsTheSecond() {
        var secondBegan = new CountDownLatch(1);

        var answer = ask(
                call -> {
                    await(secondBegan);
                    return "first";
                },
                call -> {
                    secondBegan.countDown();
                    return untilAborted(call);
                });

        assertThat(answer).isEqualTo("first");
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(attempts.get(1).cancellation().isCancelled()).isTrue());
    }

    @Test
    void waitsForTheSecondWhenTheFirstFails() {
        var secondBegan = new CountDownLatch(1);
        var firstFailed = new CountDownLatch(1);

        var answer = ask(
                call -> {
                    await(secondBegan);
                    firstFailed.countDown();
                    throw new RemoteFailedException("broke off", null);
                },
                call -> {
                    secondBegan.countDown();
                    await(firstFailed);
                    return "second";
                });

        assertThat(answer).isEqualTo("second");
    }

    @Test
    void tellsWhyTheFirstFailedWhenBothDo() {
        var secondBegan = new CountDownLatch(1);

        assertThatThrownBy(() -> ask(
                        call -> {
                            await(secondBegan);
                            throw new RemoteFailedException("first", null);
                        },
                        call -> {
                            secondBegan.countDown();
                            throw new RemoteFailedException("second", null);
                        }))
                .hasMessage("first");
    }

    @Test
    void doesNotBeginASecondOnceTheFirstHasFailed() {
        hedge.close();
        hedge = hedge(NEVER, 100);

        assertThatThrownBy(() -> ask(
                        call -> {
                            throw new RemoteFailedException("first", null);
                        },
                        call -> "second"))
                .hasMessage("first");
        assertThat(attempts).hasSize(1);
    }

    @Test
    void asksNoSecondTimeWithoutBudget() {
        hedge.close();
        hedge = hedge(Duration.ofNanos(1), 0);
        var answers = new CopyOnWriteArrayList<String>();

        for (var i = 0; i < 100; i++) {
            answers.add(ask(call -> "first", call -> "first"));
        }

        assertThat(answers).containsOnly("first");
        assertThat(attempts).hasSize(100);
    }

    @Test
    void asksNobodyOnceClosed() {
        hedge.close();

        assertThatThrownBy(() -> ask(call -> "first", call -> "second")).isInstanceOf(CallAbortedException.class);
        assertThat(attempts).isEmpty();
    }

    private static String untilAborted(BackendCall call) {
        var aborted = new CountDownLatch(1);
        call.cancellation().onCancel(aborted::countDown);
        await(aborted);
        throw new CallAbortedException("the other was faster", null);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
