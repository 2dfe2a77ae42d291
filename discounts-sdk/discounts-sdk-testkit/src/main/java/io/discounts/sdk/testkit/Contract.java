package io.discounts.sdk.testkit;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** What a healthy service answers: what has been scripted for a path, else by the contract. */
final class Contract {
    private static final Pattern REDEMPTION = Pattern.compile("/v1/redemptions/([^/]+)(?:/(confirm|release|cancel))?");

    private final Map<String, Response> scripted = new ConcurrentHashMap<>();
    private final IdempotentWrites writes = new IdempotentWrites();
    private final Redemptions redemptions;
    private final Searches searches;
    private final Evaluations evaluations;

    Contract(Catalogue catalogue, Clock clock) {
        redemptions = new Redemptions(catalogue, clock);
        searches = new Searches(catalogue, redemptions, clock);
        evaluations = new Evaluations(catalogue, redemptions, clock);
    }

    void answers(String path, Response response) {
        scripted.put(path, response);
    }

    Response answer(RecordedRequest request) {
        var script = scripted.get(request.path());
        if (script != null) {
            return script;
        }
        try {
            return decide(request);
        } catch (InvalidRequest invalid) {
            return Response.problem(400, "invalid-request");
        }
    }

    private Response decide(RecordedRequest request) {
        return switch (request.method() + " " + request.path()) {
            case "POST /v1/discounts/search" -> searches.answer(JsonText.read(request.body()));
            case "POST /v1/discounts/evaluate" -> evaluations.answer(JsonText.read(request.body()));
            case "POST /v1/redemptions" -> writes.once(request, () -> redemptions.hold(JsonText.read(request.body())));
            default -> redemption(request);
        };
    }

    private Response redemption(RecordedRequest request) {
        var named = REDEMPTION.matcher(request.path());
        if (!named.matches()) {
            return Response.problem(404, "not-found");
        }
        var action = named.group(2);
        if (action != null && request.method().equals("POST")) {
            return writes.once(request, () -> redemptions.act(named.group(1), action, JsonText.read(request.body())));
        }
        return action == null && request.method().equals("GET")
                ? redemptions.find(named.group(1))
                : Response.problem(405, "method-not-allowed");
    }
}
