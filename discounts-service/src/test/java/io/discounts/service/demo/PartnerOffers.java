package io.discounts.service.demo;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/** The partner platform's words for effects. */
final class PartnerOffers {
    private PartnerOffers() {}

    /**
     * An effect on items as an offer; empty if the platform has no such offer.
     *
     * @param major an amount in the currency's major unit
     */
    static Optional<ObjectNode> offer(JsonNode effect, Function<JsonNode, BigDecimal> major) {
        return switch (effect.required("type").asString()) {
            case "percentage_off" -> Optional.of(percentDiscount(effect, major));
            case "amount_off" ->
                Optional.of(offer("money_off")
                        .put("amount", major.apply(effect.required("amount")))
                        .put("perItem", effect.has("per")));
            case "fixed_price" ->
                Optional.of(offer("special_price").put("price", major.apply(effect.required("amount"))));
            case "buy_x_get_y" -> multiBuy(effect);
            default -> bundle(effect, major);
        };
    }

    private static ObjectNode percentDiscount(JsonNode effect, Function<JsonNode, BigDecimal> major) {
        var offer = offer("percent_discount");
        offer.set("percent", effect.required("percent"));
        if (effect.has("maxAmount")) {
            offer.put("savingCap", major.apply(effect.required("maxAmount")));
        }
        return offer;
    }

    private static Optional<ObjectNode> multiBuy(JsonNode effect) {
        if (effect.has("percent") || effect.has("trigger") || effect.has("maxGroups")) {
            return Optional.empty();
        }
        var pay = effect.required("buy").asInt();
        return Optional.of(offer("multi_buy")
                .put("take", pay + effect.required("get").asInt())
                .put("pay", pay));
    }

    private static Optional<ObjectNode> bundle(JsonNode effect, Function<JsonNode, BigDecimal> major) {
        return effect.has("maxGroups")
                ? Optional.empty()
                : Optional.of(offer("bundle")
                        .put("items", effect.required("quantity").asInt())
                        .put("price", major.apply(effect.required("amount"))));
    }

    private static ObjectNode offer(String kind) {
        return Json.object().put("kind", kind);
    }
}
