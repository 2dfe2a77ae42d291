package io.discounts.sdk.internal.page;

import io.discounts.sdk.Operation;
import io.discounts.sdk.Reason;
import io.discounts.sdk.Source;
import io.discounts.sdk.Stage;
import io.discounts.sdk.report.BreakerStep;
import io.discounts.sdk.report.Budget;
import io.discounts.sdk.report.CallCount;
import io.discounts.sdk.report.Comparisons;
import io.discounts.sdk.report.Latency;
import io.discounts.sdk.report.MismatchClass;
import io.discounts.sdk.report.NoiseFloor;
import io.discounts.sdk.report.Report;
import io.discounts.sdk.report.Segment;
import io.discounts.sdk.report.Steering;
import io.discounts.sdk.report.Uncompared;
import io.discounts.sdk.rollout.Burnt;
import io.discounts.sdk.rollout.FlagReading;
import io.discounts.sdk.rollout.KillSwitch;
import io.discounts.sdk.rollout.StepDown;
import io.discounts.sdk.shadow.Comparison.Verdict;
import io.discounts.sdk.shadow.MismatchKind;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Reports to make pages of. */
final class Reports {
    static final Instant SINCE = Instant.parse("2026-11-22T08:00:00Z");
    static final Instant UNTIL = Instant.parse("2026-11-22T12:30:00Z");

    private Reports() {}

    /** Nothing has happened. */
    static Report empty() {
        return new Report(
                SINCE,
                SINCE,
                Budget.DEFAULTS,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Steering(List.of(), List.of(), List.of(), List.of()),
                0);
    }

    /** One of everything, and wherever a text may stand the given one. */
    static Report saying(String text) {
        var latency = latency(20);
        var example = new MismatchClass.Example(UNTIL, text, text, text, text, text);
        var step = new StepDown(Operation.EVALUATE, Stage.REMOTE, Stage.VERIFY, Burnt.DEFECTS, 1_300, 40);
        return new Report(
                SINCE,
                UNTIL,
                Budget.DEFAULTS,
                List.of(
                        new CallCount(Operation.SEARCH, Stage.VERIFY, Source.REMOTE, Reason.STAGE, 9_000),
                        new CallCount(Operation.SEARCH, Stage.VERIFY, null, Reason.TIMEOUT, 2)),
                List.of(new Report.SideBySide(Operation.SEARCH, latency, latency(40))),
                List.of(segment(Operation.SEARCH, text, 0), segment(Operation.EVALUATE, text, 90)),
                List.of(new MismatchClass(
                        Operation.SEARCH, Verdict.DEFECT, MismatchKind.VALUE, text, 90, List.of(example))),
                List.of(new NoiseFloor(Operation.SEARCH, 200, 1)),
                List.of(new Uncompared(Operation.SEARCH, Uncompared.Kind.INCOMPARABLE, text, 7)),
                List.of(
                        new BreakerStep("reads", "CLOSED", "OPEN", SINCE.plusSeconds(60)),
                        new BreakerStep(text, text, text, UNTIL)),
                new Steering(
                        List.of(new KillSwitch.Hold(KillSwitch.Hand.CODE, text)),
                        List.of(new Steering.Steered(Operation.SEARCH, text, Stage.VERIFY, Stage.SHADOW)),
                        List.of(new FlagReading(text, text, text, 3)),
                        List.of(new Steering.SteppedDown(SINCE.plusSeconds(600), step))),
                5);
    }

    static Segment segment(Operation operation, String name, long defects) {
        var comparisons = new Comparisons(9_000, 12, 3, 0, defects, 7, 4);
        return Segment.of(operation, name, comparisons, latency(10), latency(30), Budget.DEFAULTS);
    }

    /** Around so many milliseconds. */
    static Latency latency(int millis) {
        return Latency.of(IntStream.range(0, 20)
                .mapToObj(i -> new Latency.Bucket(
                        Duration.ofMillis(millis + i), Duration.ofMillis(millis + i + 1), 1_000 >> (i / 2)))
                .toList());
    }
}
