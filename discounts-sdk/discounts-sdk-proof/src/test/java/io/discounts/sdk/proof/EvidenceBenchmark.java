package io.discounts.sdk.proof;

import io.discounts.sdk.Operation;
import io.discounts.sdk.Path;
import io.discounts.sdk.Reason;
import io.discounts.sdk.Source;
import io.discounts.sdk.Stage;
import io.discounts.sdk.internal.AnsweredCall;
import io.discounts.sdk.internal.ComparedCall;
import io.discounts.sdk.internal.evidence.Evidence;
import io.discounts.sdk.internal.evidence.StandingOrders;
import io.discounts.sdk.report.Report;
import io.discounts.sdk.report.ReportOptions;
import io.discounts.sdk.rollout.KillSwitch;
import io.discounts.sdk.rollout.Route;
import io.discounts.sdk.rollout.RouteKey;
import io.discounts.sdk.shadow.Comparison;
import io.discounts.sdk.shadow.CustomerIds;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** What it costs a call to be gathered, with both processors at it, and what a report costs. Run by {@link BenchmarksRun}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EvidenceBenchmark {
    private final Evidence evidence = new Evidence(
            ReportOptions.DEFAULTS,
            new CustomerIds("salt"),
            Clock.systemUTC(),
            new StandingOrders(new KillSwitch(), null));

    private final RouteKey key = new RouteKey("ES", "c-1", "s-1", null);
    private final AnsweredCall answered = new AnsweredCall(
            Operation.SEARCH,
            new Route(Stage.REMOTE, Reason.STAGE),
            key,
            Source.REMOTE,
            Duration.ofMillis(30),
            Duration.ofMillis(29),
            null,
            null);
    private final ComparedCall compared = new ComparedCall(
            Operation.SEARCH,
            key,
            new Comparison.Matched(),
            Path.REMOTE,
            Instant.EPOCH,
            Duration.ofMillis(3),
            Duration.ofMillis(29));

    @Benchmark
    @Threads(1)
    public void answeredAlone() {
        evidence.answered(answered);
    }

    @Benchmark
    @Threads(2)
    public void answeredByTwo() {
        evidence.answered(answered);
    }

    @Benchmark
    @Threads(1)
    public void matched() {
        evidence.compared(compared);
    }

    @Benchmark
    @Threads(1)
    public Report report() {
        evidence.answered(answered);
        return evidence.report();
    }
}
