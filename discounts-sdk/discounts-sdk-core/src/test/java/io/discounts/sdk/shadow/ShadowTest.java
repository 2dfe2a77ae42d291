package io.discounts.sdk.shadow;

import io.discounts.sdk.BackendCall;
import io.discounts.sdk.DiscountsBackend;
import io.discounts.sdk.Fixtures;
import io.discounts.sdk.ManualTime;
import io.discounts.sdk.Operation;
import io.discounts.sdk.Path;
import io.discounts.sdk.QuickPolling;
import io.discounts.sdk.internal.MirroredCall;
import io.discounts.sdk.internal.ShadowDrop;
import io.discounts.sdk.internal.Ticking;
import io.discounts.sdk.model.SearchAnswer;
import io.discounts.sdk.model.StoreDiscounts;
import io.discounts.sdk.rollout.RouteKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Timeout(60)
@ExtendWith(QuickPolling.class)
class ShadowTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.123456Z");
    private static final SearchAnswer ANSWER =
            SearchAnswer.of(List.of(new StoreDiscounts("s-1", List.of("p:1"))), Map.of());
    private static final SearchAnswer OTHER =
            SearchAnswer.of(List.of(new StoreDiscounts("s-1", List.of("p:2"))), Map.of());
    private static final ShadowOptions ONE_THREAD =
            ShadowOptions.DEFAULTS.withRoom(1, 2).withNoiseShare(0);
    private static final ThreadLocal<String> CONTEXT = new ThreadLocal<>();
    private static final InheritableThreadLocal<String> INHERITABLE = new InheritableThreadLocal<>();

    private final Heard heard = new Heard();
    private final ManualTime nanos = new ManualTime();
    private final Ticking time = new Ticking(Clock.fixed(NOW, ZoneOffset.UTC), nanos);
    private final CountDownLatch healed = new CountDownLatch(1);
    private Shadow shadow = new Shadow(ONE_THREAD, time, () -> 0.5, heard);

    private Shadow shadow(ShadowOptions options) {
        return shadow(options, () -> 0.5);
    }

    private Shadow shadow(ShadowOptions options, DoubleSupplier random) {
        shadow = new Shadow(options, time, random, heard);
        return shadow;
    }

    @AfterEach
    void close() {
        healed.countDown();
        shadow.close();
        CONTEXT.remove();
        INHERITABLE.remove();
    }

    @Test
    void asksTheServiceBehindALocalAnswer() {
        var asked = new CopyOnWriteArrayList<String>();
        var service = new Side((request, call) -> {
            asked.add(Thread.currentThread().getName() + " " + call.priority() + " " + request.at());
            return ANSWER;
        });

        shadow.mirror(local(ANSWER, service));

        await().until(() -> heard.comparisons().equals(List.of(new Comparison.Matched())));
        assertThat(asked)
                .singleElement()
                .asString()
                .startsWith("discounts-shadow")
                .endsWith("SHADOW 2026-11-22T12:00:00.123Z");
        assertThat(heard.compared.get(0).answeredBy()).isEqualTo(Path.LOCAL);
        assertThat(heard.compared.get(0).controlTook()).isEqualTo(Duration.ofMillis(7));
        assertThat(heard.compared.get(0).candidateTook()).isEqualTo(Duration.ZERO);
    }

    @Test
    void asksTheLocalSearchBehindAnAnswerOfTheService() {
        shadow.mirror(call(Path.REMOTE, ANSWER, Side.answering(ANSWER), Side.mustNotBeAsked()));

        await().until(() -> heard.comparisons().equals(List.of(new Comparison.Matched())));
        assertThat(heard.compared.get(0).candidateTook()).isEqualTo(Duration.ofMillis(7));
    }

    static Stream<Supplier<Throwable>> whateverIsThrown() {
        return Stream.of(
                IllegalStateException::new,
                () -> new NoClassDefFoundError("of the host"),
                () -> new ExceptionInInitializerError("of the host"),
                () -> new OutOfMemoryError("Java heap space"),
                () -> new AssertionError("of the host"),
                InterruptedException::new);
    }

    @ParameterizedTest
    @MethodSource("whateverIsThrown")
    void survivesWhateverASideThrows(Supplier<Throwable> thrown) {
        var throwing = new Side((request, call) -> sneaky(thrown.get()));

        shadow.mirror(local(ANSWER, throwing));
        await().until(() -> heard.compared.size() == 1);
        shadow.mirror(call(Path.REMOTE, ANSWER, throwing, Side.mustNotBeAsked()));
        await().until(() -> heard.compared.size() == 2);
        shadow.mirror(local(ANSWER, Side.answering(ANSWER)));

        await().until(() -> heard.compared.size() == 3);
        var type = thrown.get().getClass().getName();
        assertThat(heard.comparisons())
                .containsExactly(
                        new Comparison.Incomparable("candidate: " + type),
                        new Comparison.Incomparable("control: " + type),
                        new Comparison.Matched());
    }

    @Test
    void survivesAStackThatOverflows() {
        shadow.mirror(local(ANSWER, new Side((request, call) -> deeper(0))));
        await().until(() -> heard.compared.size() == 1);
        shadow.mirror(local(ANSWER, Side.answering(ANSWER)));

        await().until(() -> heard.compared.size() == 2);
        assertThat(heard.comparisons())
                .containsExactly(
                        new Comparison.Incomparable("candidate: java.lang.StackOverflowError"),
                        new Comparison.Matched());
    }

    @Test
    void survivesASideThatAnswersNull() {
        shadow.mirror(local(ANSWER, new Side((request, call) -> nothing())));

        await().until(() -> heard.comparisons().equals(List.of(new Comparison.Incomparable("candidate: null"))));
    }

    @Test
    void dropsAndCountsWhatFindsNoRoom() {
        var hung = hung();
        shadow.mirror(local(ANSWER, hung));
        await().until(() -> shadow.queued() == 0);
        for (var i = 0; i < 10; i++) {
            shadow.mirror(local(ANSWER, hung));
        }

        assertThat(shadow.queued()).isEqualTo(2);
        assertThat(heard.drops).hasSize(8).containsOnly(ShadowDrop.QUEUE_FULL);
        healed.countDown();
        await().until(() -> heard.compared.size() == 3);
    }

    @Test
    void dropsWhatHasWaitedForTooLong() {
        var asked = new CountDownLatch(1);
        shadow.mirror(local(ANSWER, new Side((request, call) -> {
            asked.countDown();
            return awaitHealing();
        })));
        await().until(() -> asked.getCount() == 0);
        shadow.mirror(local(ANSWER, Side.mustNotBeAsked()));
        nanos.passes(ONE_THREAD.longestWait().plusNanos(1));
        healed.countDown();

        await().until(() -> heard.drops.equals(List.of(ShadowDrop.TOO_OLD)));
        assertThat(heard.compared).hasSize(1);
    }

    @Test
    void letsGoOfWhatWaitsWhenMemoryRunsOut() {
        var asked = new CountDownLatch(1);
        shadow.mirror(local(ANSWER, new Side((request, call) -> {
            asked.countDown();
            awaitHealing();
            throw new OutOfMemoryError("Java heap space");
        })));
        await().until(() -> asked.getCount() == 0);
        shadow.mirror(local(ANSWER, Side.mustNotBeAsked()));
        shadow.mirror(local(ANSWER, Side.mustNotBeAsked()));
        healed.countDown();

        await().until(() -> heard.drops.size() == 2);
        assertThat(heard.drops).containsOnly(ShadowDrop.OUT_OF_MEMORY);
    }

    @Test
    void nothingOfTheCallerArrivesInTheShadow() {
        CONTEXT.set("the caller's");
        INHERITABLE.set("the caller's");
        var seen = new CopyOnWriteArrayList<String>();

        shadow.mirror(local(ANSWER, new Side((request, call) -> seen(seen))));

        await().until(() -> heard.compared.size() == 1);
        assertThat(seen).containsExactly("null null");
    }

    @Test
    void nothingThatTheLocalSearchLeavesMeetsTheNextCall() {
        var seen = new CopyOnWriteArrayList<String>();
        var leaving = new Side((request, call) -> {
            seen(seen);
            CONTEXT.set("a customer's");
            INHERITABLE.set("a customer's");
            return ANSWER;
        });
        for (var i = 1; i <= 3; i++) {
            var calls = i;
            shadow.mirror(call(Path.REMOTE, ANSWER, leaving, Side.mustNotBeAsked()));
            await().until(() -> heard.compared.size() == calls);
        }

        assertThat(seen).containsExactly("null null", "null null", "null null");
    }

    @Test
    void keepsItsThreadWhereNothingOfTheHostRan() {
        var threads = new CopyOnWriteArrayList<Thread>();
        var service = new Side((request, call) -> {
            threads.add(Thread.currentThread());
            return ANSWER;
        });
        for (var i = 1; i <= 3; i++) {
            var calls = i;
            shadow.mirror(local(ANSWER, service));
            await().until(() -> heard.compared.size() == calls);
        }

        assertThat(threads).hasSize(3);
        assertThat(threads.stream().distinct()).hasSize(1);
        assertThat(threads.get(0).isDaemon()).isTrue();
    }

    @Test
    void mirrorsTheShareItIsToldTo() {
        var turn = new ArrayList<>(List.of(0.2, 0.3, 0.24, 0.9));
        var sampling = shadow(ONE_THREAD.withShare(0.25), () -> turn.isEmpty() ? 0.99 : turn.remove(0));
        var hung = hung();
        for (var i = 0; i < 4; i++) {
            sampling.mirror(local(ANSWER, hung));
        }
        healed.countDown();

        await().until(() -> heard.compared.size() == 2);
        assertThat(heard.drops).isEmpty();
    }

    @Test
    void neverThrowsAtTheCaller() {
        var broken = shadow(ONE_THREAD.withShare(0.5), () -> {
            throw new LinkageError("of the host's random");
        });

        broken.mirror(local(ANSWER, Side.mustNotBeAsked()));

        assertThat(heard.compared).isEmpty();
    }

    @Test
    void closingGivesUpWhatIsUnderWayAndEndsTheThreads() {
        var calls = new CopyOnWriteArrayList<BackendCall>();
        var threads = new CopyOnWriteArrayList<Thread>();
        shadow.mirror(local(ANSWER, new Side((request, call) -> {
            threads.add(Thread.currentThread());
            calls.add(call);
            return awaitHealing();
        })));
        await().until(() -> calls.size() == 1);

        shadow.close();
        shadow.mirror(local(ANSWER, Side.mustNotBeAsked()));

        assertThat(calls.get(0).cancellation().isCancelled()).isTrue();
        assertThat(heard.drops).containsExactly(ShadowDrop.CLOSED);
        await().until(() -> !threads.get(0).isAlive());
    }

    @Test
    void comparesTheLocalSearchWithItselfForAShareOfTheCalls() {
        var answers = new ArrayList<>(List.of(ANSWER, OTHER));
        var sampling = shadow(ONE_THREAD.withNoiseShare(1));
        for (var i = 0; i < 2; i++) {
            sampling.mirror(call(Path.LOCAL, ANSWER, new Side((r, c) -> answers.remove(0)), Side.answering(ANSWER)));
        }

        await().until(() -> heard.samples.size() == 2);
        assertThat(heard.samples.get(0).comparison()).isEqualTo(new Comparison.Matched());
        assertThat(heard.samples.get(1).comparison()).isInstanceOfSatisfying(Comparison.Mismatched.class, noise -> {
            assertThat(noise.verdict()).isEqualTo(Comparison.Verdict.NOISE);
            assertThat(noise.mismatches()).hasSize(2);
        });
        await().until(() -> heard.comparisons().equals(List.of(new Comparison.Matched(), new Comparison.Matched())));
    }

    private Side hung() {
        return new Side((request, call) -> awaitHealing());
    }

    private SearchAnswer awaitHealing() {
        try {
            healed.await();
            return ANSWER;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static SearchAnswer seen(List<String> seen) {
        seen.add(CONTEXT.get() + " " + INHERITABLE.get());
        return ANSWER;
    }

    /** Ends after Integer.MAX_VALUE steps, if the stack does not. */
    private static SearchAnswer deeper(int steps) {
        return steps < 0 ? ANSWER : SearchAnswer.of(deeper(steps + 1).stores(), Map.of());
    }

    @SuppressWarnings("NullAway") // what a host does that knows nothing of it
    private static SearchAnswer nothing() {
        return null;
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> SearchAnswer sneaky(Throwable thrown) throws E {
        throw (E) thrown;
    }

    private static MirroredCall<SearchAnswer> local(SearchAnswer answer, DiscountsBackend service) {
        return call(Path.LOCAL, answer, Side.mustNotBeAsked(), service);
    }

    private static MirroredCall<SearchAnswer> call(
            Path answeredBy, SearchAnswer answer, DiscountsBackend local, DiscountsBackend service) {
        return new MirroredCall<>(
                Operation.SEARCH,
                new RouteKey("ES", "c-1", null, null),
                Fixtures.SEARCH,
                answeredBy,
                answer,
                Duration.ofMillis(7),
                NOW,
                local,
                service);
    }
}
