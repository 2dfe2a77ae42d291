package io.discounts.sdk.rollout;

import dev.openfeature.sdk.ErrorCode;
import dev.openfeature.sdk.EvaluationContext;
import dev.openfeature.sdk.EventProvider;
import dev.openfeature.sdk.Metadata;
import dev.openfeature.sdk.ProviderEvaluation;
import dev.openfeature.sdk.ProviderEventDetails;
import dev.openfeature.sdk.Value;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** Flags in memory, from a provider that can be as bad as they come. */
final class FakeProvider extends EventProvider {
    private final Map<String, Object> flags = new ConcurrentHashMap<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicLong evaluations = new AtomicLong();
    private volatile boolean hangsInInit;
    private volatile boolean hangsInEvaluation;
    private volatile @Nullable RuntimeException initFailure;
    private volatile @Nullable Throwable failure;

    FakeProvider with(String key, Object value) {
        flags.put(key, value);
        return this;
    }

    FakeProvider without(String key) {
        flags.remove(key);
        return this;
    }

    FakeProvider hangingInInit() {
        hangsInInit = true;
        return this;
    }

    FakeProvider hangingInEvaluation() {
        hangsInEvaluation = true;
        return this;
    }

    FakeProvider failingInInit(RuntimeException thrown) {
        initFailure = thrown;
        return this;
    }

    /** From now on every evaluation throws it, if it is anything. */
    FakeProvider failing(@Nullable Throwable thrown) {
        failure = thrown;
        return this;
    }

    void changed() {
        emitProviderConfigurationChanged(ProviderEventDetails.builder().build());
    }

    void stale() {
        emitProviderStale(ProviderEventDetails.builder().build());
    }

    void broken(ErrorCode code) {
        emitProviderError(ProviderEventDetails.builder().errorCode(code).build());
    }

    /** How many have begun. */
    long evaluations() {
        return evaluations.get();
    }

    void release() {
        released.countDown();
    }

    @Override
    public void initialize(EvaluationContext context) {
        if (hangsInInit) {
            hang();
        }
        if (initFailure != null) {
            throw initFailure;
        }
    }

    @Override
    public Metadata getMetadata() {
        return () -> "fake";
    }

    @Override
    public ProviderEvaluation<Boolean> getBooleanEvaluation(String key, Boolean other, EvaluationContext context) {
        return evaluate(key, other, Boolean.class);
    }

    @Override
    public ProviderEvaluation<String> getStringEvaluation(String key, String other, EvaluationContext context) {
        return evaluate(key, other, String.class);
    }

    @Override
    public ProviderEvaluation<Integer> getIntegerEvaluation(String key, Integer other, EvaluationContext context) {
        return evaluate(key, other, Integer.class);
    }

    @Override
    public ProviderEvaluation<Double> getDoubleEvaluation(String key, Double other, EvaluationContext context) {
        return evaluate(key, other, Double.class);
    }

    @Override
    public ProviderEvaluation<Value> getObjectEvaluation(String key, Value other, EvaluationContext context) {
        return evaluate(key, other, Value.class);
    }

    private <T> ProviderEvaluation<T> evaluate(String key, T other, Class<T> type) {
        evaluations.incrementAndGet();
        if (hangsInEvaluation) {
            hang();
        }
        if (failure instanceof RuntimeException thrown) {
            throw thrown;
        }
        if (failure instanceof Error thrown) {
            throw thrown;
        }
        var value = flags.get(key);
        var evaluation = ProviderEvaluation.<T>builder();
        if (value == null) {
            return evaluation.value(other).errorCode(ErrorCode.FLAG_NOT_FOUND).build();
        }
        return type.isInstance(value)
                ? evaluation.value(type.cast(value)).reason("STATIC").build()
                : evaluation.value(other).errorCode(ErrorCode.TYPE_MISMATCH).build();
    }

    private void hang() {
        try {
            released.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
