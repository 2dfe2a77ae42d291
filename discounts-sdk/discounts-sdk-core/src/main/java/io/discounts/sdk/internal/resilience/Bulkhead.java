package io.discounts.sdk.internal.resilience;

import io.discounts.sdk.BackendCall;
import io.discounts.sdk.BulkheadFullException;
import io.discounts.sdk.Operation;

import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** So many calls at a time and no more. Nobody waits for a place: waiting would only spend the budget. */
public final class Bulkhead implements Step {
    private final Semaphore places;

    public Bulkhead(int places) {
        this.places = new Semaphore(places);
    }

    @Override
    public <A> A call(Operation operation, BackendCall call, Function<BackendCall, A> next) {
        if (!places.tryAcquire()) {
            throw new BulkheadFullException("as many calls are under way to the service as are allowed");
        }
        try {
            return next.apply(call);
        } finally {
            places.release();
        }
    }
}
