package io.discounts.sdk.internal.resilience;

import io.discounts.sdk.BackendCall;
import io.discounts.sdk.Operation;

import java.util.function.Function;

/** One step for reads, another for writes: a trouble of the one must not stop the other. */
public final class ByKind implements Step {
    private final Step reads;
    private final Step writes;

    public ByKind(Step reads, Step writes) {
        this.reads = reads;
        this.writes = writes;
    }

    @Override
    public <A> A call(Operation operation, BackendCall call, Function<BackendCall, A> next) {
        return (operation.isRead() ? reads : writes).call(operation, call, next);
    }
}
