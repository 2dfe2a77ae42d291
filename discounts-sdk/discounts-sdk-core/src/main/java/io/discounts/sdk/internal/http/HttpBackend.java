package io.discounts.sdk.internal.http;

import io.discounts.sdk.BackendCall;
import io.discounts.sdk.DiscountsBackend;
import io.discounts.sdk.DiscountsException;
import io.discounts.sdk.internal.json.Answers;
import io.discounts.sdk.internal.json.Requests;
import io.discounts.sdk.model.CancelRequest;
import io.discounts.sdk.model.ConfirmRequest;
import io.discounts.sdk.model.EvaluateAnswer;
import io.discounts.sdk.model.EvaluateRequest;
import io.discounts.sdk.model.HoldRequest;
import io.discounts.sdk.model.RedemptionOutcome;
import io.discounts.sdk.model.ReleaseRequest;
import io.discounts.sdk.model.SearchAnswer;
import io.discounts.sdk.model.SearchRequest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** The service over HTTP: one exchange for each call. It throws nothing but {@link DiscountsException}s. */
public final class HttpBackend implements DiscountsBackend {
    private final Exchange exchange;
    private final Consumer<String> skipped;

    /**
     * Asks by exchanges.
     *
     * @param skipped told the part that is unknown, for each discount left out of an answer because of it
     */
    public HttpBackend(Exchange exchange, Consumer<String> skipped) {
        this.exchange = exchange;
        this.skipped = skipped;
    }

    @Override
    public SearchAnswer search(SearchRequest request, BackendCall call) {
        return exchange.read(
                "/v1/discounts/search", Requests.search(request), call, bytes -> Answers.search(bytes, skipped));
    }

    @Override
    public EvaluateAnswer evaluate(EvaluateRequest request, BackendCall call) {
        return exchange.read("/v1/discounts/evaluate", Requests.evaluate(request), call, Answers::evaluation);
    }

    @Override
    public RedemptionOutcome hold(HoldRequest request, BackendCall call) {
        return exchange.write("/v1/redemptions", Requests.hold(request), request.idempotencyKey(), call);
    }

    @Override
    public RedemptionOutcome confirm(ConfirmRequest request, BackendCall call) {
        var body = Requests.confirm(request.fencingToken(), request.orderId());
        return exchange.write(path(request.redemptionId(), "confirm"), body, request.idempotencyKey(), call);
    }

    @Override
    public RedemptionOutcome release(ReleaseRequest request, BackendCall call) {
        var body = Requests.giveBack(request.fencingToken());
        return exchange.write(path(request.redemptionId(), "release"), body, request.idempotencyKey(), call);
    }

    @Override
    public RedemptionOutcome cancel(CancelRequest request, BackendCall call) {
        var body = Requests.giveBack(request.fencingToken());
        return exchange.write(path(request.redemptionId(), "cancel"), body, request.idempotencyKey(), call);
    }

    private static String path(String redemptionId, String verb) {
        var segment = URLEncoder.encode(redemptionId, StandardCharsets.UTF_8).replace("+", "%20");
        return "/v1/redemptions/" + segment + "/" + verb;
    }
}
