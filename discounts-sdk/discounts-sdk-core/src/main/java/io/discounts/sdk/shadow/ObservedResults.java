package io.discounts.sdk.shadow;

import io.discounts.sdk.internal.CallObserver;
import io.discounts.sdk.internal.NoiseSample;

/** Tells observers. */
final class ObservedResults implements Results {
    private final CallObserver observer;

    ObservedResults(CallObserver observer) {
        this.observer = observer;
    }

    @Override
    public void matched(Subject<?> subject) {
        observer.compared(subject.with(new Comparison.Matched()));
    }

    @Override
    public void incomparable(Subject<?> subject, String why) {
        observer.compared(subject.with(new Comparison.Incomparable(why)));
    }

    @Override
    public <A> void mismatched(Subject<A> subject, Comparison.Mismatched mismatched, A control, A candidate) {
        observer.compared(subject.with(mismatched));
    }

    @Override
    public void sampled(Subject<?> subject, Comparison controlWithItself) {
        observer.noiseSampled(
                new NoiseSample(subject.call().operation(), subject.call().key(), controlWithItself));
    }
}
