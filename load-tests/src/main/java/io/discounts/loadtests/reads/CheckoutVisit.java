package io.discounts.loadtests.reads;

import io.discounts.loadtests.harness.CheckoutCall;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;

/** A customer with a full basket, by the evaluation to be asked for. */
record CheckoutVisit(ObjectNode evaluation) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int HOLD_SECONDS = 300;
    private static final int GIVEN_BACK_ONE_IN = 5;

    /**
     * Of now rather than of the day that the question is about, for what has run out cannot be held.
     *
     * @param evaluation a request's body
     */
    static CheckoutVisit of(String evaluation) {
        var now = (ObjectNode) JSON.readTree(evaluation);
        now.remove("at");
        return new CheckoutVisit(now);
    }

    /** Whether the customer of this number gives back what is held. */
    static boolean isGivenBack(long number) {
        return number % GIVEN_BACK_ONE_IN == 0;
    }

    String evaluate() {
        return evaluation.toString();
    }

    /** For what there is in the basket's store. */
    String search() {
        var search = JSON.createObjectNode();
        search.set("region", evaluation.get("region"));
        search.putArray("storeIds").add(evaluation.get("storeId"));
        search.set("customer", evaluation.get("customer"));
        search.set("context", evaluation.get("context"));
        return search.toString();
    }

    /**
     * A hold on all that an evaluation applies, unless that is nothing.
     *
     * @param key of the checkout, and of this call alone
     * @param evaluated the answer's body
     */
    Optional<CheckoutCall> hold(String key, String evaluated) {
        var applied = JSON.readTree(evaluated).get("applied");
        if (applied.isEmpty()) {
            return Optional.empty();
        }
        var body = JSON.createObjectNode();
        body.set("region", evaluation.get("region"));
        body.set("customerId", evaluation.get("customer").get("id"));
        body.put("checkoutId", key);
        var discounts = body.putArray("discounts");
        for (JsonNode each : applied) {
            discounts.addObject().set("discountId", each.get("discountId")).set("amount", each.get("amount"));
        }
        body.put("holdSeconds", HOLD_SECONDS);
        return Optional.of(new CheckoutCall("/v1/redemptions", key, body.toString()));
    }
}
