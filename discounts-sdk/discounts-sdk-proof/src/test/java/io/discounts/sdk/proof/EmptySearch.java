package io.discounts.sdk.proof;

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
import io.discounts.sdk.model.Totals;

import java.util.List;
import java.util.Map;

/** A local search that finds nothing, in no time. */
final class EmptySearch implements DiscountsBackend {
    private static final SearchAnswer NOTHING = SearchAnswer.of(List.of(), Map.of());
    private static final EvaluateAnswer FULL_PRICE =
            EvaluateAnswer.of(List.of(), new Totals(0, 0, 0, 0, 0, 0, 0, 0), List.of());
    private static final RedemptionOutcome REFUSED =
            new RedemptionOutcome.Refused("discount-not-found", "there are none");

    @Override
    public SearchAnswer search(SearchRequest request, BackendCall call) {
        return NOTHING;
    }

    @Override
    public EvaluateAnswer evaluate(EvaluateRequest request, BackendCall call) {
        return FULL_PRICE;
    }

    @Override
    public RedemptionOutcome hold(HoldRequest request, BackendCall call) {
        return REFUSED;
    }

    @Override
    public RedemptionOutcome confirm(ConfirmRequest request, BackendCall call) {
        return REFUSED;
    }

    @Override
    public RedemptionOutcome release(ReleaseRequest request, BackendCall call) {
        return REFUSED;
    }

    @Override
    public RedemptionOutcome cancel(CancelRequest request, BackendCall call) {
        return REFUSED;
    }
}
