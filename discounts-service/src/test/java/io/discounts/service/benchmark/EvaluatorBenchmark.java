package io.discounts.service.benchmark;

import io.discounts.service.catalog.CandidateLookup;
import io.discounts.service.catalog.StoreCandidates;
import io.discounts.service.eligibility.EligibilityEvaluator;
import io.discounts.service.eligibility.Evaluation;
import io.discounts.service.eligibility.SearchAnswer;
import io.discounts.service.redemption.Availability;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** What a decision costs in the process, without HTTP and without the catalog's lookup. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseCompactObjectHeaders")
public class EvaluatorBenchmark {
    private final EligibilityEvaluator evaluator = new EligibilityEvaluator(Availability.UNTOUCHED);
    private final StoreCandidates ten = Checkouts.store(1, 10, Checkouts.sheet("all", 5));
    private final StoreCandidates twenty = Checkouts.store(1, 20, Checkouts.sheet("all", 10));
    private final StoreCandidates hundred = Checkouts.store(1, 100, Checkouts.sheet("all", 50));
    private final CandidateLookup.Found screen = screen();

    @Benchmark
    public Evaluation evaluateTenCandidates() {
        return evaluate(ten);
    }

    @Benchmark
    public Evaluation evaluateTwentyCandidates() {
        return evaluate(twenty);
    }

    @Benchmark
    public Evaluation evaluateHundredCandidates() {
        return evaluate(hundred);
    }

    @Benchmark
    public SearchAnswer searchTwoHundredStoresOfTwentyCandidates() {
        return evaluator.search(screen, Checkouts.LOOKING_AROUND);
    }

    private Evaluation evaluate(StoreCandidates store) {
        return evaluator.evaluate(store, Checkouts.AT_CHECKOUT, Checkouts.BASKET);
    }

    private static CandidateLookup.Found screen() {
        var shared = Checkouts.sheet("all", 10);
        return new CandidateLookup.Found(
                IntStream.range(0, 200)
                        .mapToObj(number -> Checkouts.store(number, 20, shared))
                        .toList(),
                false);
    }
}
