package io.discounts.sdk.shadow;

import io.discounts.sdk.Operation;
import io.discounts.sdk.internal.AnsweredCall;
import io.discounts.sdk.internal.CallObserver;
import io.discounts.sdk.internal.ComparedCall;
import io.discounts.sdk.internal.NoiseSample;
import io.discounts.sdk.internal.ShadowDrop;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it is told. */
final class Heard implements CallObserver {
    final List<ComparedCall> compared = new CopyOnWriteArrayList<>();
    final List<NoiseSample> samples = new CopyOnWriteArrayList<>();
    final List<ShadowDrop> drops = new CopyOnWriteArrayList<>();

    @Override
    public void answered(AnsweredCall call) {}

    @Override
    public void compared(ComparedCall call) {
        compared.add(call);
    }

    @Override
    public void noiseSampled(NoiseSample sample) {
        samples.add(sample);
    }

    @Override
    public void shadowDropped(Operation operation, ShadowDrop why) {
        drops.add(why);
    }

    List<Comparison> comparisons() {
        return compared.stream().map(ComparedCall::comparison).toList();
    }

    /** The verdicts so far, in their order. */
    List<Comparison.Verdict> verdicts() {
        return comparisons().stream()
                .filter(Comparison.Mismatched.class::isInstance)
                .map(comparison -> ((Comparison.Mismatched) comparison).verdict())
                .toList();
    }
}
