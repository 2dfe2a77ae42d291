package io.discounts.sdk.metrics;

import io.discounts.sdk.Operation;
import io.discounts.sdk.Reason;
import io.discounts.sdk.internal.AnsweredCall;
import io.discounts.sdk.internal.BreakerChange;
import io.discounts.sdk.internal.CallObserver;
import io.discounts.sdk.internal.ComparedCall;
import io.discounts.sdk.internal.NoiseSample;
import io.discounts.sdk.internal.ShadowDrop;
import io.discounts.sdk.internal.ShadowLoad;
import io.discounts.sdk.rollout.FlagObserver;
import io.discounts.sdk.rollout.GuardListener;
import io.discounts.sdk.rollout.StepDown;
import io.discounts.sdk.shadow.Comparison;
import io.discounts.sdk.shadow.Mismatch;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Counts what the client does in Micrometer's meters, named in {@link SdkMetrics}. Give it to the client as an observer, to the
 * rollout as an observer of its flags, and to the guard as a listener. Safe for use by many threads.
 */
public final class SdkMeters implements CallObserver, FlagObserver, GuardListener {
    private static final String NONE = "none";

    /** OpenFeature's own; a provider may call its reasons whatever it likes. */
    private static final Set<String> FLAG_REASONS =
            Set.of("STATIC", "DEFAULT", "TARGETING_MATCH", "SPLIT", "CACHED", "DISABLED", "UNKNOWN", "STALE", "ERROR");

    private final MeterRegistry registry;

    private SdkMeters(MeterRegistry registry) {
        this.registry = Objects.requireNonNull(registry, "registry");
    }

    public static SdkMeters in(MeterRegistry registry) {
        return new SdkMeters(registry);
    }

    @Override
    public void answered(AnsweredCall call) {
        var operation = call.operation();
        var failure = call.remoteFailure();
        var source = call.source() == null ? NONE : tag(call.source());
        var reason = failure == null ? call.route().reason() : failure.reason();
        registry.timer(SdkMetrics.CALLS, "operation", operation.key(), "source", source, "reason", tag(reason))
                .record(call.took());
        side(operation, "remote", call.remoteTook());
        side(operation, "local", call.localTook());
        if (failure != null) {
            failed(operation, failure.reason());
        }
    }

    @Override
    public void compared(ComparedCall call) {
        var operation = call.operation().key();
        count(SdkMetrics.COMPARISONS, "operation", operation, "result", result(call.comparison()));
        if (call.comparison() instanceof Comparison.Mismatched mismatched) {
            var verdict = tag(mismatched.verdict());
            mismatched.mismatches().stream()
                    .map(Mismatch::kind)
                    .distinct()
                    .forEach(kind -> count(
                            SdkMetrics.MISMATCHES, "operation", operation, "verdict", verdict, "kind", tag(kind)));
        }
    }

    @Override
    public void noiseSampled(NoiseSample sample) {
        count(SdkMetrics.NOISE_SAMPLES, "operation", sample.operation().key(), "result", result(sample.comparison()));
    }

    @Override
    public void shadowDropped(Operation operation, ShadowDrop why) {
        count(SdkMetrics.SHADOW_DROPS, "operation", operation.key(), "reason", tag(why));
    }

    @Override
    public void shadowed(ShadowLoad load) {
        Gauge.builder(SdkMetrics.SHADOW_QUEUE, load, ShadowLoad::queued).register(registry);
        Gauge.builder(SdkMetrics.SHADOW_SUSPECTS, load, ShadowLoad::suspects).register(registry);
    }

    @Override
    public void steppedDown(StepDown step) {
        count(SdkMetrics.STEP_DOWNS, "operation", step.operation().key(), "budget", tag(step.budget()));
    }

    @Override
    public void breakerChanged(BreakerChange change) {
        count(SdkMetrics.BREAKER_CHANGES, "breaker", change.breaker(), "to", lower(change.to()));
    }

    @Override
    public void discountSkipped(String part) {
        count(SdkMetrics.SKIPPED, "part", part);
    }

    @Override
    public void read(String key, String reason, @Nullable String error) {
        var known = FLAG_REASONS.contains(reason) ? lower(reason) : "other";
        count(SdkMetrics.FLAG_READINGS, "flag", key, "reason", known, "error", error == null ? NONE : lower(error));
    }

    private void failed(Operation operation, Reason reason) {
        count(SdkMetrics.REMOTE_FAILURES, "operation", operation.key(), "reason", tag(reason));
    }

    private void side(Operation operation, String side, @Nullable Duration took) {
        if (took != null) {
            registry.timer(SdkMetrics.SIDES, "operation", operation.key(), "side", side)
                    .record(took);
        }
    }

    private void count(String name, String... tags) {
        registry.counter(name, tags).increment();
    }

    private static String result(Comparison comparison) {
        if (comparison instanceof Comparison.Mismatched mismatched) {
            return tag(mismatched.verdict());
        }
        return comparison instanceof Comparison.Matched ? "matched" : "incomparable";
    }

    static String tag(Enum<?> value) {
        return lower(value.name());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
