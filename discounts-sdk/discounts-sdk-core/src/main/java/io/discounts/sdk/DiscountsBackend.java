package io.discounts.sdk;

import io.discounts.sdk.model.CancelRequest;
import io.discounts.sdk.model.ConfirmRequest;
import io.discounts.sdk.model.EvaluateAnswer;
import io.discounts.sdk.model.EvaluateRequest;
import io.discounts.sdk.model.HoldRequest;
import io.discounts.sdk.model.RedemptionOutcome;
import io.discounts.sdk.model.ReleaseRequest;
import io.discounts.sdk.model.SearchAnswer;
import io.discounts.sdk.model.SearchRequest;

/**
 * A side that can be asked for discounts: the monolith implements it over its own search, the SDK over HTTP. Refusals such
 * as an exhausted discount are answers; whatever is thrown is taken as a failure of the side. Must be safe for use by many
 * threads.
 */
public interface DiscountsBackend {
    SearchAnswer search(SearchRequest request, BackendCall call);

    EvaluateAnswer evaluate(EvaluateRequest request, BackendCall call);

    RedemptionOutcome hold(HoldRequest request, BackendCall call);

    RedemptionOutcome confirm(ConfirmRequest request, BackendCall call);

    RedemptionOutcome release(ReleaseRequest request, BackendCall call);

    RedemptionOutcome cancel(CancelRequest request, BackendCall call);
}
