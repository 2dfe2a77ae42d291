package io.discounts.sdk.internal.evidence;

import io.discounts.sdk.DiscountsException;
import io.discounts.sdk.Operation;
import io.discounts.sdk.Path;
import io.discounts.sdk.Reason;
import io.discounts.sdk.RemoteTimeoutException;
import io.discounts.sdk.Source;
import io.discounts.sdk.Stage;
import io.discounts.sdk.internal.AnsweredCall;
import io.discounts.sdk.internal.BreakerChange;
import io.discounts.sdk.internal.ComparedCall;
import io.discounts.sdk.internal.NoiseSample;
import io.discounts.sdk.internal.ShadowDrop;
import io.discounts.sdk.internal.ShadowLoad;
import io.discounts.sdk.report.BreakerStep;
import io.discounts.sdk.report.CallCount;
import io.discounts.sdk.report.Comparisons;
import io.discounts.sdk.report.MismatchClass;
import io.discounts.sdk.report.NoiseFloor;
import io.discounts.sdk.report.ReportOptions;
import io.discounts.sdk.report.Segment;
import io.discounts.sdk.report.SegmentBy;
import io.discounts.sdk.report.Uncompared;
import io.discounts.sdk.rollout.KillSwitch;
import io.discounts.sdk.rollout.Route;
import io.discounts.sdk.rollout.RouteKey;
import io.discounts.sdk.shadow.Comparison;
import io.discounts.sdk.shadow.Comparison.Verdict;
import io.discounts.sdk.shadow.CustomerIds;
import io.discounts.sdk.shadow.Mismatch;
import io.discounts.sdk.shadow.MismatchKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

class EvidenceTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final ReportOptions OPTIONS = ReportOptions.DEFAULTS;

    private final Evidence evidence = gathering(OPTIONS);

    private static Evidence gathering(ReportOptions options) {
        var orders = new StandingOrders(new KillSwitch(), null);
        return new Evidence(options, new CustomerIds("salt"), Clock.fixed(NOW, ZoneOffset.UTC), orders);
    }

    @Test
    void countsCallsByStageSourceAndReason() {
        evidence.answered(answered("ES", Source.REMOTE, 20, null, null));
        evidence.answered(answered("FR", Source.REMOTE, 20, null, null));
        evidence.answered(answered("ES", Source.LOCAL, 200, 5, new RemoteTimeoutException("late", null)));
        evidence.answered(answered("ES", null, 200, null, new RemoteTimeoutException("late", null)));

        assertThat(evidence.report().calls())
                .containsExactly(
                        new CallCount(Operation.SEARCH, Stage.VERIFY, Source.REMOTE, Reason.STAGE, 2),
                        new CallCount(Operation.SEARCH, Stage.VERIFY, Source.LOCAL, Reason.TIMEOUT, 1),
                        new CallCount(Operation.SEARCH, Stage.VERIFY, null, Reason.TIMEOUT, 1));
    }

    @Test
    void putsBothSidesLatenciesSideBySide() {
        evidence.answered(answered("ES", Source.REMOTE, 20, null, null));
        evidence.compared(compared("ES", new Comparison.Matched(), Path.REMOTE, 4, 20));
        evidence.answered(answered("FR", Source.LOCAL, null, 6, null));
        evidence.compared(compared("FR", new Comparison.Matched(), Path.LOCAL, 6, 40));

        assertThat(evidence.report().latencies()).singleElement().satisfies(sides -> {
            assertThat(sides.control().calls()).as("each call once").isEqualTo(2);
            assertThat(sides.candidate().calls()).as("each call once").isEqualTo(2);
            assertThat(sides.control().p99()).isBetween(micros(5_800), micros(6_200));
            assertThat(sides.candidate().p99()).isBetween(micros(38_700), micros(41_300));
        });
    }

    @Test
    void tellsComparisonsOfEachSegmentApart() {
        evidence.compared(compared("ES", new Comparison.Matched()));
        evidence.compared(compared("ES", mismatched(Verdict.LAG)));
        evidence.compared(compared("ES", mismatched(Verdict.NOISE)));
        evidence.compared(compared("ES", mismatched(Verdict.UNDECIDED)));
        evidence.compared(compared("ES", mismatched(Verdict.DEFECT)));
        evidence.compared(compared("ES", new Comparison.Incomparable("late")));
        evidence.compared(compared("FR", new Comparison.Matched()));

        assertThat(evidence.report().segments())
                .extracting(Segment::name, Segment::comparisons)
                .containsExactlyInAnyOrder(
                        tuple("ES", new Comparisons(1, 1, 1, 1, 1, 1, 0)),
                        tuple("FR", new Comparisons(1, 0, 0, 0, 0, 0, 0)));
    }

    @Test
    void showsWhatIsBeingLookedAtInEachSegment() {
        evidence.shadowed(new Looking(List.of(key("ES"), key("FR"), key("ES"), key("PT"))));
        evidence.answered(answered("ES", Source.LOCAL, null, 5, null));
        evidence.answered(answered("FR", Source.LOCAL, null, 5, null));

        assertThat(evidence.report().segments())
                .extracting(Segment::name, segment -> segment.comparisons().suspects())
                .as("of what was forgotten since, nothing")
                .containsExactlyInAnyOrder(tuple("ES", 2L), tuple("FR", 1L));
    }

    @Test
    void segmentsByCityIfToldTo() {
        var byCity = gathering(OPTIONS.with(SegmentBy.CITY));

        byCity.compared(compared("ES", new Comparison.Matched()));

        assertThat(byCity.report().segments()).extracting(Segment::name).containsExactly("MAD");
    }

    @Test
    void countsSegmentsBeyondTheBoundTogether() {
        for (var i = 0; i < 1_000; i++) {
            evidence.compared(compared("R" + i, new Comparison.Matched()));
        }

        assertThat(evidence.report().segments()).hasSize(OPTIONS.segments() + 1).anySatisfy(segment -> {
            assertThat(segment.name()).isEqualTo("other");
            assertThat(segment.comparisons().matched()).isEqualTo(1_000 - OPTIONS.segments());
        });
    }

    @Test
    void countsACallOnceInEachClassOfItsMismatches() {
        var twice = List.of(mismatch("/a", "/a/1"), mismatch("/a", "/a/2"), mismatch("/b", "/b/1"));

        evidence.compared(compared("ES", new Comparison.Mismatched(twice, Verdict.DEFECT)));

        assertThat(evidence.report().mismatches())
                .extracting(MismatchClass::field, MismatchClass::calls)
                .containsExactly(tuple("/a", 1L), tuple("/b", 1L));
    }

    @Test
    void keepsTheLatestExamplesAlone() {
        IntStream.range(0, 50)
                .forEach(i -> evidence.compared(compared(
                        "ES", new Comparison.Mismatched(List.of(mismatch("/a", "/a/" + i)), Verdict.DEFECT))));

        assertThat(evidence.report().mismatches()).singleElement().satisfies(found -> {
            assertThat(found.calls()).isEqualTo(50);
            assertThat(found.examples())
                    .extracting(MismatchClass.Example::pointer)
                    .containsExactly("/a/49", "/a/48", "/a/47");
        });
    }

    @Test
    void countsClassesBeyondTheBoundTogether() {
        IntStream.range(0, 2_000)
                .forEach(i -> evidence.compared(compared(
                        "ES", new Comparison.Mismatched(List.of(mismatch("/" + i, "/" + i)), Verdict.DEFECT))));

        assertThat(evidence.report().mismatches()).hasSize(OPTIONS.mismatches() + 1);
    }

    @Test
    void cutsLongValues() {
        var long1 = new Mismatch(MismatchKind.VALUE, "/a", "/a", "x".repeat(100_000), null);

        evidence.compared(compared("ES", new Comparison.Mismatched(List.of(long1), Verdict.DEFECT)));

        assertThat(evidence.report().mismatches().get(0).examples().get(0).control())
                .hasSize(240);
    }

    @Test
    void tellsTheNoiseFloorAndWhatWasNotCompared() {
        var key = key("ES");
        evidence.noiseSampled(new NoiseSample(Operation.SEARCH, key, new Comparison.Matched()));
        evidence.noiseSampled(new NoiseSample(Operation.SEARCH, key, mismatched(Verdict.NOISE)));
        evidence.noiseSampled(new NoiseSample(Operation.SEARCH, key, new Comparison.Incomparable("it failed")));
        evidence.shadowDropped(Operation.SEARCH, ShadowDrop.QUEUE_FULL);
        evidence.compared(compared("ES", new Comparison.Incomparable("candidate: TIMEOUT")));

        var report = evidence.report();
        assertThat(report.noise()).contains(new NoiseFloor(Operation.SEARCH, 2, 1));
        assertThat(report.uncompared())
                .containsExactlyInAnyOrder(
                        new Uncompared(Operation.SEARCH, Uncompared.Kind.DROPPED, "queue full", 1),
                        new Uncompared(Operation.SEARCH, Uncompared.Kind.INCOMPARABLE, "candidate: TIMEOUT", 1));
    }

    @Test
    void keepsTheLatestStepsOfBreakers() {
        for (var i = 0; i < 1_000; i++) {
            evidence.breakerChanged(new BreakerChange("reads", "CLOSED", "OPEN", NOW.plusSeconds(i)));
        }

        assertThat(evidence.report().breakers())
                .hasSize(200)
                .last()
                .isEqualTo(new BreakerStep("reads", "CLOSED", "OPEN", NOW.plusSeconds(999)));
    }

    @Test
    void forgetsAllWhenItBeginsAnew() {
        evidence.compared(compared("ES", mismatched(Verdict.DEFECT)));
        evidence.discountSkipped("effect");

        evidence.begin();

        var report = evidence.report();
        assertThat(report.segments()).isEmpty();
        assertThat(report.mismatches()).isEmpty();
        assertThat(report.skippedDiscounts()).isZero();
    }

    @Test
    void losesNoCallOfManyThreads() {
        IntStream.range(0, 100_000).parallel().forEach(i -> {
            evidence.answered(answered("R" + i % 60, Source.REMOTE, 20, null, null));
            evidence.compared(compared("R" + i % 60, mismatched(Verdict.DEFECT)));
        });

        var report = evidence.report();
        assertThat(report.calls()).singleElement().extracting(CallCount::calls).isEqualTo(100_000L);
        assertThat(report.segments().stream()
                        .mapToLong(segment -> segment.comparisons().defects())
                        .sum())
                .isEqualTo(100_000);
        assertThat(report.mismatches())
                .singleElement()
                .extracting(MismatchClass::calls)
                .isEqualTo(100_000L);
    }

    private static AnsweredCall answered(
            String region,
            @Nullable Source source,
            @Nullable Integer remote,
            @Nullable Integer local,
            @Nullable DiscountsException failure) {
        var route = new Route(Stage.VERIFY, Reason.STAGE);
        return new AnsweredCall(
                Operation.SEARCH,
                route,
                key(region),
                source,
                Duration.ofMillis(30),
                millis(remote),
                millis(local),
                failure);
    }

    private static ComparedCall compared(String region, Comparison comparison) {
        return compared(region, comparison, Path.LOCAL, 5, 20);
    }

    private static ComparedCall compared(
            String region, Comparison comparison, Path answeredBy, int control, int candidate) {
        return new ComparedCall(
                Operation.SEARCH, key(region), comparison, answeredBy, NOW, millis(control), millis(candidate));
    }

    private static @Nullable Duration millis(@Nullable Integer millis) {
        return millis == null ? null : Duration.ofMillis(millis);
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(1_000 * micros);
    }

    private static RouteKey key(String region) {
        return new RouteKey(region, "c-1", "s-1", "MAD");
    }

    private static Comparison.Mismatched mismatched(Verdict verdict) {
        return new Comparison.Mismatched(List.of(mismatch("/a", "/a")), verdict);
    }

    private static Mismatch mismatch(String field, String pointer) {
        return new Mismatch(MismatchKind.VALUE, field, pointer, "1", "2");
    }

    /** A shadow that looks at searches. */
    private record Looking(List<RouteKey> searches) implements ShadowLoad {
        @Override
        public int queued() {
            return 0;
        }

        @Override
        public int suspects() {
            return searches.size();
        }

        @Override
        public List<RouteKey> suspects(Operation operation) {
            return operation == Operation.SEARCH ? searches : List.of();
        }
    }
}
