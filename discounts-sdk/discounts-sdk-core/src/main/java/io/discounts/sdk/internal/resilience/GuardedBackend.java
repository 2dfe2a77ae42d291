package io.discounts.sdk.internal.resilience;

import io.discounts.sdk.BackendCall;
import io.discounts.sdk.DiscountsBackend;
import io.discounts.sdk.Operation;
import io.discounts.sdk.model.CancelRequest;
import io.discounts.sdk.model.ConfirmRequest;
import io.discounts.sdk.model.EvaluateAnswer;
import io.discounts.sdk.model.EvaluateRequest;
import io.discounts.sdk.model.HoldRequest;
import io.discounts.sdk.model.RedemptionOutcome;
import io.discounts.sdk.model.ReleaseRequest;
import io.discounts.sdk.model.SearchAnswer;
import io.discounts.sdk.model.SearchRequest;

/** A backend behind steps. */
public final class GuardedBackend implements DiscountsBackend {
    private final DiscountsBackend backend;
    private final Step guard;

    public GuardedBackend(DiscountsBackend backend, Step guard) {
        this.backend = backend;
        this.guard = guard;
    }

    @Override
    public SearchAnswer search(SearchRequest request, BackendCall call) {
        return guard.call(Operation.SEARCH, call, guarded -> backend.search(request, guarded));
    }

    @Override
    public EvaluateAnswer evaluate(EvaluateRequest request, BackendCall call) {
        return guard.call(Operation.EVALUATE, call, guarded -> backend.evaluate(request, guarded));
    }

    @Override
    public RedemptionOutcome hold(HoldRequest request, BackendCall call) {
        return guard.call(Operation.HOLD, call, guarded -> backend.hold(request, guarded));
    }

    @Override
    public RedemptionOutcome confirm(ConfirmRequest request, BackendCall call) {
        return guard.call(Operation.CONFIRM, call, guarded -> backend.confirm(request, guarded));
    }

    @Override
    public RedemptionOutcome release(ReleaseRequest request, BackendCall call) {
        return guard.call(Operation.RELEASE, call, guarded -> backend.release(request, guarded));
    }

    @Override
    public RedemptionOutcome cancel(CancelRequest request, BackendCall call) {
        return guard.call(Operation.CANCEL, call, guarded -> backend.cancel(request, guarded));
    }
}
