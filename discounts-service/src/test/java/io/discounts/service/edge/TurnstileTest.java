package io.discounts.service.edge;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TurnstileTest {
    private static final int MANY = 10_000;

    private final Deque<Runnable> handedOver = new ArrayDeque<>();
    private final List<String> begun = new ArrayList<>();
    private final Turnstile turnstile = new Turnstile(handedOver::add, 2);

    @Test
    void handsOverNoMoreThanItsPlacesUntilOneHasBegun() {
        List.of("a", "b", "c", "d").forEach(this::enter);

        assertThat(handedOver).hasSize(2);
        handedOver.removeFirst().run();

        assertThat(begun).containsExactly("a");
        assertThat(handedOver).hasSize(2);
    }

    @Test
    void letsAllBeginInTheOrderInWhichTheyCame() {
        List.of("a", "b", "c", "d", "e").forEach(this::enter);

        while (!handedOver.isEmpty()) {
            handedOver.removeFirst().run();
        }

        assertThat(begun).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void goesOnAfterATaskThatFails() {
        turnstile.execute(() -> {
            throw new IllegalStateException("broken");
        });
        List.of("b", "c").forEach(this::enter);

        assertThatThrownBy(() -> handedOver.removeFirst().run()).isInstanceOf(IllegalStateException.class);
        while (!handedOver.isEmpty()) {
            handedOver.removeFirst().run();
        }

        assertThat(begun).containsExactly("b", "c");
    }

    @Test
    void tellsWhoeverComesThatThreadsAreNoMore() {
        var stopped = new Turnstile(
                task -> {
                    throw new RejectedExecutionException("stopped");
                },
                1);

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> stopped.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
        }
    }

    @Test
    void losesNobodyWhoeverComesAtTheSameTime() throws InterruptedException {
        var done = new CountDownLatch(2 * MANY);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var callers = Executors.newFixedThreadPool(2)) {
            var shared = new Turnstile(threads, 1);
            for (int caller = 0; caller < 2; caller++) {
                callers.execute(() -> {
                    for (int i = 0; i < MANY; i++) {
                        shared.execute(done::countDown);
                    }
                });
            }
            assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private void enter(String name) {
        turnstile.execute(() -> begun.add(name));
    }
}
