package io.discounts.sdk.shadow;

import io.discounts.sdk.BackendCall;
import io.discounts.sdk.DiscountsBackend;
import io.discounts.sdk.model.CancelRequest;
import io.discounts.sdk.model.ConfirmRequest;
import io.discounts.sdk.model.EvaluateAnswer;
import io.discounts.sdk.model.EvaluateRequest;
import io.discounts.sdk.model.HoldRequest;
import io.discounts.sdk.model.RedemptionOutcome;
import io.discounts.sdk.model.ReleaseRequest;
import io.discounts.sdk.model.SearchAnswer;
import io.discounts.sdk.model.SearchRequest;

import java.util.function.BiFunction;

/** A side that answers searches as told, and must not be asked for anything else. */
record Side(BiFunction<SearchRequest, BackendCall, SearchAnswer> searching) implements DiscountsBackend {
    static Side answering(SearchAnswer answer) {
        return new Side((request, call) -> answer);
    }

    static Side mustNotBeAsked() {
        return new Side((request, call) -> {
            throw new AssertionError("must not be asked");
        });
    }

    @Override
    public SearchAnswer search(SearchRequest request, BackendCall call) {
        return searching.apply(request, call);
    }

    @Override
    public EvaluateAnswer evaluate(EvaluateRequest request, BackendCall call) {
        throw new AssertionError("evaluated");
    }

    @Override
    public RedemptionOutcome hold(HoldRequest request, BackendCall call) {
        throw new AssertionError("writes are never mirrored");
    }

    @Override
    public RedemptionOutcome confirm(ConfirmRequest request, BackendCall call) {
        throw new AssertionError("writes are never mirrored");
    }

    @Override
    public RedemptionOutcome release(ReleaseRequest request, BackendCall call) {
        throw new AssertionError("writes are never mirrored");
    }

    @Override
    public RedemptionOutcome cancel(CancelRequest request, BackendCall call) {
        throw new AssertionError("writes are never mirrored");
    }
}
