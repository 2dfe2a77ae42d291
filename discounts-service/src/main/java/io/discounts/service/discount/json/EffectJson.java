package io.discounts.service.discount.json;

import io.discounts.service.discount.Effect;
import io.discounts.service.discount.Effect.AmountOff;
import io.discounts.service.discount.Effect.BundlePrice;
import io.discounts.service.discount.Effect.BuyXGetY;
import io.discounts.service.discount.Effect.FixedPrice;
import io.discounts.service.discount.Effect.PercentageOff;
import io.discounts.service.discount.Percent;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/** An effect, told by its {@code type}; {@code per} the target and 100 percent of a buy-x-get-y are left out. */
final class EffectJson {
    private EffectJson() {}

    static Effect read(JsonParser json) {
        return JsonInput.object(json, new EffectDraft()).toEffect();
    }

    static void write(JsonGenerator json, Effect effect) {
        json.writeStartObject();
        switch (effect) {
            case PercentageOff off -> percentageOff(json, off);
            case AmountOff off -> amountOff(json, off);
            case FixedPrice price -> fixedPrice(json, price);
            case BuyXGetY offer -> buyXGetY(json, offer);
            case BundlePrice bundle -> bundlePrice(json, bundle);
        }
        json.writeEndObject();
    }

    private static void percentageOff(JsonGenerator json, PercentageOff off) {
        json.writeStringProperty("type", "percentage_off");
        ScalarJson.percent(json, "percent", off.percent());
        ScalarJson.money(json, "maxAmount", off.maxAmount());
    }

    private static void amountOff(JsonGenerator json, AmountOff off) {
        json.writeStringProperty("type", "amount_off");
        ScalarJson.money(json, "amount", off.amount());
        if (off.per() == Effect.Per.UNIT) {
            json.writeStringProperty("per", "unit");
        }
    }

    private static void fixedPrice(JsonGenerator json, FixedPrice price) {
        json.writeStringProperty("type", "fixed_price");
        ScalarJson.money(json, "amount", price.amount());
        ScalarJson.money(json, "maxAmount", price.maxAmount());
    }

    private static void buyXGetY(JsonGenerator json, BuyXGetY offer) {
        json.writeStringProperty("type", "buy_x_get_y");
        json.writeNumberProperty("buy", offer.buy());
        json.writeNumberProperty("get", offer.get());
        if (!offer.percent().equals(Percent.FULL)) {
            ScalarJson.percent(json, "percent", offer.percent());
        }
        if (offer.trigger() != null) {
            json.writeObjectPropertyStart("trigger");
            SelectionJson.write(json, offer.trigger());
            json.writeEndObject();
        }
        maxGroups(json, offer.maxGroups());
        ScalarJson.money(json, "maxAmount", offer.maxAmount());
    }

    private static void bundlePrice(JsonGenerator json, BundlePrice bundle) {
        json.writeStringProperty("type", "bundle_price");
        json.writeNumberProperty("quantity", bundle.quantity());
        ScalarJson.money(json, "amount", bundle.amount());
        maxGroups(json, bundle.maxGroups());
        ScalarJson.money(json, "maxAmount", bundle.maxAmount());
    }

    private static void maxGroups(JsonGenerator json, @Nullable Integer maxGroups) {
        if (maxGroups != null) {
            json.writeNumberProperty("maxGroups", maxGroups);
        }
    }
}
