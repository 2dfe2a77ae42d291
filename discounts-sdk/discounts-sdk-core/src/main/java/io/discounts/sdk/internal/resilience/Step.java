package io.discounts.sdk.internal.resilience;

import io.discounts.sdk.BackendCall;
import io.discounts.sdk.Operation;

import java.util.List;
import java.util.function.Function;

/** Stands before something that can be asked, and decides whether, when and how often it is. Safe for use by many threads. */
public interface Step {
    /** Asks what stands behind, or throws a {@code DiscountsException} instead. */
    <A> A call(Operation operation, BackendCall call, Function<BackendCall, A> next);

    /** The steps as one, the first outermost. */
    static Step inOrder(List<Step> steps) {
        return steps.stream().reduce(Step::around).orElseGet(Straight::new);
    }

    private Step around(Step inner) {
        var outer = this;
        return new Step() {
            @Override
            public <A> A call(Operation operation, BackendCall call, Function<BackendCall, A> next) {
                return outer.call(operation, call, inside -> inner.call(operation, inside, next));
            }
        };
    }

    /** Nothing in the way. */
    final class Straight implements Step {
        @Override
        public <A> A call(Operation operation, BackendCall call, Function<BackendCall, A> next) {
            return next.apply(call);
        }
    }
}
