package io.discounts.sdk.internal.evidence;

import io.discounts.sdk.Operation;
import io.discounts.sdk.Path;
import io.discounts.sdk.internal.AnsweredCall;
import io.discounts.sdk.internal.BreakerChange;
import io.discounts.sdk.internal.ComparedCall;
import io.discounts.sdk.internal.ShadowLoad;
import io.discounts.sdk.report.BreakerStep;
import io.discounts.sdk.report.NoiseFloor;
import io.discounts.sdk.report.Report;
import io.discounts.sdk.report.ReportOptions;
import io.discounts.sdk.report.Segment;
import io.discounts.sdk.report.Steering.SteppedDown;
import io.discounts.sdk.report.Uncompared;
import io.discounts.sdk.rollout.RouteKey;
import io.discounts.sdk.shadow.Comparison;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** All that was gathered since a moment. Safe for use by many threads. */
final class Ledger {
    private static final int MOST_STEPS = 200;
    private static final int MOST_REASONS = 50;
    private static final String OTHER = "other";

    final Instant since;
    final CallCounts calls = new CallCounts();
    final Mismatches mismatches;
    final Latest<BreakerStep> breakers = new Latest<>(MOST_STEPS);
    final Latest<SteppedDown> stepDowns = new Latest<>(MOST_STEPS);
    final LongAdder skipped = new LongAdder();
    private final Map<Operation, Segments> segments = new EnumMap<>(Operation.class);
    private final Map<Operation, NoiseCounts> noise = new EnumMap<>(Operation.class);
    private final Counts<Missed> missed =
            new Counts<>(MOST_REASONS, new Missed(Operation.SEARCH, Uncompared.Kind.INCOMPARABLE, OTHER));

    Ledger(Instant since, ReportOptions options, Pseudonyms pseudonyms, int processors) {
        this.since = since;
        this.mismatches = new Mismatches(options, pseudonyms);
        for (var operation : Operation.values()) {
            segments.put(operation, new Segments(operation, options, processors));
            noise.put(operation, new NoiseCounts());
        }
    }

    void add(AnsweredCall call) {
        calls.add(call);
        var segment = of(call.operation(), call.key());
        record(segment.candidate, call.remoteTook());
        record(segment.control, call.localTook());
    }

    /** The side that answered the caller has been timed with his call. */
    void add(ComparedCall call) {
        var segment = of(call.operation(), call.key());
        segment.add(call.comparison());
        if (call.answeredBy() == Path.LOCAL) {
            record(segment.candidate, call.candidateTook());
        } else {
            record(segment.control, call.controlTook());
        }
        if (call.comparison() instanceof Comparison.Mismatched mismatched) {
            mismatches.add(call, mismatched);
        }
    }

    void missed(Operation operation, Uncompared.Kind kind, String why) {
        missed.add(new Missed(operation, kind, why));
    }

    void sampled(Operation operation, Comparison ofItself) {
        Objects.requireNonNull(noise.get(operation)).add(ofItself);
    }

    void add(BreakerChange change) {
        breakers.add(new BreakerStep(change.breaker(), change.from(), change.to(), change.at()));
    }

    /** With what is being looked at just now. */
    List<Segment> segments(@Nullable ShadowLoad load) {
        return segments.entrySet().stream()
                .filter(entry -> entry.getKey().isRead())
                .flatMap(entry ->
                        entry.getValue().list(load == null ? List.of() : load.suspects(entry.getKey())).stream())
                .toList();
    }

    List<Report.SideBySide> latencies() {
        return segments.values().stream()
                .map(Segments::sideBySide)
                .filter(sides -> sides.control().calls() + sides.candidate().calls() > 0)
                .toList();
    }

    List<NoiseFloor> noise() {
        return noise.entrySet().stream()
                .filter(entry -> entry.getKey().isRead())
                .map(entry -> entry.getValue().of(entry.getKey()))
                .toList();
    }

    List<Uncompared> uncompared() {
        return missed.list((kind, calls) -> new Uncompared(kind.operation(), kind.kind(), kind.why(), calls));
    }

    private SegmentLedger of(Operation operation, RouteKey key) {
        return Objects.requireNonNull(segments.get(operation)).of(key);
    }

    private static void record(Histogram histogram, @Nullable Duration took) {
        if (took != null) {
            histogram.record(took);
        }
    }

    /** What calls that were not compared have in common. */
    private record Missed(Operation operation, Uncompared.Kind kind, String why) {}
}
