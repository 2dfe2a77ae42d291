package io.discounts.service.discount.json;

import io.discounts.service.discount.Effect;
import io.discounts.service.discount.Money;
import io.discounts.service.discount.Percent;
import io.discounts.service.discount.Selection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

import static io.discounts.service.discount.json.JsonInput.required;

/** What has been read of an effect; a field of another type of effect is the schema's to refuse. */
final class EffectDraft implements JsonInput.Draft {
    private @Nullable String type;
    private @Nullable Percent percent;
    private @Nullable Money amount;
    private Effect.Per per = Effect.Per.TARGET;
    private @Nullable Integer buy;
    private @Nullable Integer get;
    private @Nullable Integer quantity;
    private @Nullable Selection trigger;
    private @Nullable Integer maxGroups;
    private @Nullable Money maxAmount;

    @Override
    public void take(String field, JsonParser json) {
        switch (field) {
            case "type" -> type = JsonInput.string(json);
            case "percent" -> percent = ScalarJson.percent(json);
            case "amount" -> amount = ScalarJson.money(json);
            case "per" -> per = per(json);
            case "buy" -> buy = JsonInput.int32(json);
            case "get" -> get = JsonInput.int32(json);
            case "quantity" -> quantity = JsonInput.int32(json);
            case "trigger" -> trigger = SelectionJson.read(json);
            case "maxGroups" -> maxGroups = JsonInput.int32(json);
            case "maxAmount" -> maxAmount = ScalarJson.money(json);
            default -> json.skipChildren();
        }
    }

    Effect toEffect() {
        return switch (required(type, "type")) {
            case "percentage_off" -> new Effect.PercentageOff(required(percent, "percent"), maxAmount);
            case "amount_off" -> new Effect.AmountOff(required(amount, "amount"), per);
            case "fixed_price" -> new Effect.FixedPrice(required(amount, "amount"), maxAmount);
            case "buy_x_get_y" ->
                new Effect.BuyXGetY(
                        required(buy, "buy"),
                        required(get, "get"),
                        percent == null ? Percent.FULL : percent,
                        trigger,
                        maxGroups,
                        maxAmount);
            case "bundle_price" ->
                new Effect.BundlePrice(
                        required(quantity, "quantity"), required(amount, "amount"), maxGroups, maxAmount);
            default -> throw new IllegalArgumentException("type must be a known effect");
        };
    }

    private static Effect.Per per(JsonParser json) {
        if (!JsonInput.string(json).equals("unit")) {
            throw new IllegalArgumentException("must be unit");
        }
        return Effect.Per.UNIT;
    }
}
