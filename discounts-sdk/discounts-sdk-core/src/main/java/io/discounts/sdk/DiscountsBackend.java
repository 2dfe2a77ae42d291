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
 *
 * <p>The monolith's own side is asked on the caller's thread and never cut off. It takes a hold for {@link Path#LOCAL}, whatever
 * path the request names: the client asks it where the service has failed as well. Under the kill switch it may be asked to
 * finish a hold that the service has taken, and has to book it.
 */
public interface DiscountsBackend {
    SearchAnswer search(SearchRequest request, BackendCall call);

    EvaluateAnswer evaluate(EvaluateRequest request, BackendCall call);

    RedemptionOutcome hold(HoldRequest request, BackendCall call);

    RedemptionOutcome confirm(ConfirmRequest request, BackendCall call);

    RedemptionOutcome release(ReleaseRequest request, BackendCall call);

    RedemptionOutcome cancel(CancelRequest request, BackendCall call);
}
