package io.discounts.loadtests.data;

import io.discounts.service.discount.Effect;
import tools.jackson.core.JsonGenerator;

/** The contract's effects. */
final class CanonicalEffects {
    private CanonicalEffects() {}

    static void write(JsonGenerator json, Effect effect) {
        json.writeObjectPropertyStart("effect");
        switch (effect) {
            case Effect.PercentageOff off -> {
                json.writeStringProperty("type", "percentage_off");
                json.writeNumberProperty("percent", off.percent().toDecimal());
                Fields.minor(json, "maxAmount", off.maxAmount());
            }
            case Effect.AmountOff off -> {
                json.writeStringProperty("type", "amount_off");
                Fields.minor(json, "amount", off.amount());
                Fields.text(json, "per", off.per() == Effect.Per.UNIT ? "unit" : null);
            }
            case Effect.FixedPrice price -> {
                json.writeStringProperty("type", "fixed_price");
                Fields.minor(json, "amount", price.amount());
                Fields.minor(json, "maxAmount", price.maxAmount());
            }
            case Effect.BuyXGetY offer -> buyXGetY(json, offer);
            case Effect.BundlePrice bundle -> {
                json.writeStringProperty("type", "bundle_price");
                json.writeNumberProperty("quantity", bundle.quantity());
                Fields.minor(json, "amount", bundle.amount());
                Fields.number(json, "maxGroups", bundle.maxGroups());
                Fields.minor(json, "maxAmount", bundle.maxAmount());
            }
        }
        json.writeEndObject();
    }

    private static void buyXGetY(JsonGenerator json, Effect.BuyXGetY offer) {
        json.writeStringProperty("type", "buy_x_get_y");
        json.writeNumberProperty("buy", offer.buy());
        json.writeNumberProperty("get", offer.get());
        json.writeNumberProperty("percent", offer.percent().toDecimal());
        if (offer.trigger() != null) {
            json.writeObjectPropertyStart("trigger");
            CanonicalJson.selection(json, offer.trigger());
            json.writeEndObject();
        }
        Fields.number(json, "maxGroups", offer.maxGroups());
        Fields.minor(json, "maxAmount", offer.maxAmount());
    }
}
