package io.discounts.sdk.metrics;

import io.discounts.sdk.DiscountsException;
import io.discounts.sdk.Operation;
import io.discounts.sdk.Path;
import io.discounts.sdk.Reason;
import io.discounts.sdk.RemoteFailedException;
import io.discounts.sdk.Source;
import io.discounts.sdk.Stage;
import io.discounts.sdk.internal.AnsweredCall;
import io.discounts.sdk.internal.BreakerChange;
import io.discounts.sdk.internal.ComparedCall;
import io.discounts.sdk.internal.NoiseSample;
import io.discounts.sdk.internal.ShadowDrop;
import io.discounts.sdk.internal.ShadowLoad;
import io.discounts.sdk.rollout.Burnt;
import io.discounts.sdk.rollout.Route;
import io.discounts.sdk.rollout.RouteKey;
import io.discounts.sdk.rollout.StepDown;
import io.discounts.sdk.shadow.Comparison;
import io.discounts.sdk.shadow.Mismatch;
import io.discounts.sdk.shadow.MismatchKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

class SdkMetersTest {
    private static final RouteKey KEY = new RouteKey("ES", "c-secret", "s-secret", "city-secret");
    private static final Duration TOOK = Duration.ofMillis(30);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final SdkMeters meters = SdkMeters.in(registry);

    @Test
    void timesWhatCallersWaitedBySourceAndReason() {
        meters.answered(answered(Source.REMOTE, Duration.ofMillis(20), null, null));

        var timer = registry.get(SdkMetrics.CALLS)
                .tags("operation", "search", "source", "remote", "reason", "stage")
                .timer();
        assertThat(timer.count()).isEqualTo(1);
        assertThat(timer.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(30);
    }

    @Test
    void timesEachSideThatWasAsked() {
        meters.answered(answered(Source.REMOTE, Duration.ofMillis(20), null, null));
        meters.answered(answered(Source.LOCAL, Duration.ofMillis(20), Duration.ofMillis(5), failure()));

        assertThat(registry.get(SdkMetrics.SIDES).tag("side", "remote").timer().count())
                .isEqualTo(2);
        assertThat(registry.get(SdkMetrics.SIDES).tag("side", "local").timer().totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(5);
    }

    @Test
    void saysWhyTheServiceDidNotAnswer() {
        meters.answered(answered(Source.LOCAL, Duration.ofMillis(20), Duration.ofMillis(5), failure()));

        assertThat(registry.get(SdkMetrics.REMOTE_FAILURES)
                        .tags("operation", "search", "reason", "remote_failed")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get(SdkMetrics.CALLS)
                        .tags("source", "local", "reason", "remote_failed")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void countsCallsThatNeitherSideAnswered() {
        meters.answered(answered(null, Duration.ofMillis(20), Duration.ofMillis(5), failure()));

        assertThat(registry.get(SdkMetrics.CALLS).tag("source", "none").timer().count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"LAG, lag", "NOISE, noise", "DEFECT, defect", "UNDECIDED, undecided"})
    void countsMismatchesByTheirVerdict(Comparison.Verdict verdict, String result) {
        meters.compared(compared(new Comparison.Mismatched(List.of(), verdict)));

        assertThat(comparisons(result)).isEqualTo(1);
    }

    @Test
    void countsMatchesAndWhatCannotBeCompared() {
        meters.compared(compared(new Comparison.Matched()));
        meters.compared(compared(new Comparison.Matched()));
        meters.compared(compared(new Comparison.Incomparable("a reason nobody wants as a tag")));

        assertThat(comparisons("matched")).isEqualTo(2);
        assertThat(comparisons("incomparable")).isEqualTo(1);
    }

    @Test
    void countsEachKindOfMismatchOnceForACall() {
        var mismatch = new Mismatch(MismatchKind.VALUE, "/secret", "/secret", "secret", "secret");
        var other = new Mismatch(MismatchKind.EXTRA, "/secret", "/secret", null, "secret");

        meters.compared(
                compared(new Comparison.Mismatched(List.of(mismatch, mismatch, other), Comparison.Verdict.DEFECT)));

        assertThat(registry.find(SdkMetrics.MISMATCHES).tag("verdict", "defect").counters())
                .extracting(Counter::count)
                .containsExactly(1.0, 1.0);
    }

    @Test
    void countsSamplesOfTheNoiseAndWhatTheShadowDrops() {
        meters.noiseSampled(new NoiseSample(Operation.SEARCH, KEY, new Comparison.Matched()));
        meters.shadowDropped(Operation.EVALUATE, ShadowDrop.QUEUE_FULL);

        assertThat(registry.get(SdkMetrics.NOISE_SAMPLES)
                        .tags("operation", "search", "result", "matched")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get(SdkMetrics.SHADOW_DROPS)
                        .tags("operation", "evaluate", "reason", "queue_full")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void showsWhatTheShadowHolds() {
        var load = new ShadowLoad() {
            @Override
            public int queued() {
                return 7;
            }

            @Override
            public int suspects() {
                return 3;
            }

            @Override
            public List<RouteKey> suspects(Operation operation) {
                return List.of();
            }
        };
        meters.shadowed(load);

        assertThat(registry.get(SdkMetrics.SHADOW_QUEUE).gauge().value()).isEqualTo(7);
        assertThat(registry.get(SdkMetrics.SHADOW_SUSPECTS).gauge().value()).isEqualTo(3);
    }

    @Test
    void countsStepsDown() {
        meters.steppedDown(new StepDown(Operation.SEARCH, Stage.REMOTE, Stage.VERIFY, Burnt.DEFECTS, 100, 20));

        assertThat(registry.get(SdkMetrics.STEP_DOWNS)
                        .tags("operation", "search", "budget", "defects")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void countsStepsOfBreakersAndSkippedDiscounts() {
        meters.breakerChanged(new BreakerChange("reads", "CLOSED", "HALF_OPEN", Instant.EPOCH));
        meters.discountSkipped("effect");

        assertThat(registry.get(SdkMetrics.BREAKER_CHANGES)
                        .tags("breaker", "reads", "to", "half_open")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get(SdkMetrics.SKIPPED)
                        .tag("part", "effect")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void countsReadingsOfFlags() {
        meters.read("discounts.kill-switch", "STATIC", null);
        meters.read("discounts.kill-switch", "ERROR", "FLAG_NOT_FOUND");

        assertThat(readings("static", "none")).isEqualTo(1);
        assertThat(readings("error", "flag_not_found")).isEqualTo(1);
    }

    @Test
    void countsReasonsThatProvidersInventAsOne() {
        for (var invented = 0; invented < 100; invented++) {
            meters.read("discounts.kill-switch", "because of rule " + invented, null);
        }

        assertThat(readings("other", "none")).isEqualTo(100);
        assertThat(registry.find(SdkMetrics.FLAG_READINGS).counters()).hasSize(1);
    }

    @Test
    void putsNoIdIntoATag() {
        meters.answered(answered(Source.REMOTE, Duration.ofMillis(20), null, null));
        meters.compared(compared(new Comparison.Matched()));

        assertThat(registry.getMeters())
                .isNotEmpty()
                .flatExtracting(meter -> meter.getId().getTags())
                .extracting(Tag::getValue)
                .noneMatch(value -> value.contains("secret"));
    }

    private double comparisons(String result) {
        return registry.get(SdkMetrics.COMPARISONS)
                .tags("operation", "search", "result", result)
                .counter()
                .count();
    }

    private double readings(String reason, String error) {
        return registry.get(SdkMetrics.FLAG_READINGS)
                .tags("flag", "discounts.kill-switch", "reason", reason, "error", error)
                .counter()
                .count();
    }

    private static DiscountsException failure() {
        return new RemoteFailedException("it broke off", null);
    }

    private static AnsweredCall answered(
            @Nullable Source source,
            @Nullable Duration remoteTook,
            @Nullable Duration localTook,
            @Nullable DiscountsException failure) {
        var route = new Route(Stage.REMOTE, Reason.STAGE);
        return new AnsweredCall(Operation.SEARCH, route, KEY, source, TOOK, remoteTook, localTook, failure);
    }

    private static ComparedCall compared(Comparison comparison) {
        return new ComparedCall(
                Operation.SEARCH, KEY, comparison, Path.LOCAL, Instant.EPOCH, Duration.ZERO, Duration.ZERO);
    }
}
