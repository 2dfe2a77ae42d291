package io.discounts.service.discount.json;

import io.discounts.service.discount.Effect;
import io.discounts.service.discount.Percent;
import io.discounts.service.discount.Selection;
import io.discounts.service.discount.Target;
import org.jspecify.annotations.Nullable;

import static io.discounts.service.discount.json.CanonicalText.literal;
import static io.discounts.service.discount.json.CanonicalText.require;

/** Effects and targets as {@link EffectJson} and {@link TargetJson} write them. */
final class CanonicalEffects {
    private static final byte[] PERCENTAGE_OFF = literal("{\"type\":\"percentage_off\",\"percent\":");
    private static final byte[] AMOUNT_OFF = literal("{\"type\":\"amount_off\",\"amount\":");
    private static final byte[] FIXED_PRICE = literal("{\"type\":\"fixed_price\",\"amount\":");
    private static final byte[] BUY_X_GET_Y = literal("{\"type\":\"buy_x_get_y\",\"buy\":");
    private static final byte[] BUNDLE_PRICE = literal("{\"type\":\"bundle_price\",\"quantity\":");
    private static final byte[] PER_UNIT = literal("\"per\":\"unit\"");
    private static final byte[] GET = literal("\"get\":");
    private static final byte[] PERCENT = literal("\"percent\":");
    private static final byte[] TRIGGER = literal("\"trigger\":{");
    private static final byte[] AMOUNT = literal("\"amount\":");
    private static final byte[] MAX_GROUPS = literal("\"maxGroups\":");
    private static final byte[] ITEMS = literal("{\"type\":\"items\"");
    private static final byte[] DELIVERY_FEE = literal("{\"type\":\"delivery_fee\"");
    private static final byte[] SERVICE_FEE = literal("{\"type\":\"service_fee\"");

    private CanonicalEffects() {}

    static Effect effect(CanonicalText text) {
        var effect = open(text);
        text.expect('}');
        return effect;
    }

    private static Effect open(CanonicalText text) {
        if (text.takes(PERCENTAGE_OFF)) {
            return new Effect.PercentageOff(CanonicalScalars.percent(text), CanonicalScalars.maxAmount(text));
        }
        if (text.takes(AMOUNT_OFF)) {
            var amount = CanonicalScalars.money(text);
            return new Effect.AmountOff(amount, text.takesField(PER_UNIT) ? Effect.Per.UNIT : Effect.Per.TARGET);
        }
        if (text.takes(FIXED_PRICE)) {
            return new Effect.FixedPrice(CanonicalScalars.money(text), CanonicalScalars.maxAmount(text));
        }
        return text.takes(BUY_X_GET_Y) ? buyXGetY(text) : bundlePrice(text);
    }

    private static Effect buyXGetY(CanonicalText text) {
        int buy = text.int32();
        require(text.takesField(GET));
        int get = text.int32();
        var percent = text.takesField(PERCENT) ? CanonicalScalars.percent(text) : Percent.FULL;
        var trigger = trigger(text);
        return new Effect.BuyXGetY(buy, get, percent, trigger, maxGroups(text), CanonicalScalars.maxAmount(text));
    }

    private static @Nullable Selection trigger(CanonicalText text) {
        if (!text.takesField(TRIGGER)) {
            return null;
        }
        var trigger = CanonicalSelections.selection(text);
        text.expect('}');
        return trigger;
    }

    private static Effect bundlePrice(CanonicalText text) {
        text.expect(BUNDLE_PRICE);
        int quantity = text.int32();
        require(text.takesField(AMOUNT));
        var amount = CanonicalScalars.money(text);
        return new Effect.BundlePrice(quantity, amount, maxGroups(text), CanonicalScalars.maxAmount(text));
    }

    private static @Nullable Integer maxGroups(CanonicalText text) {
        return text.takesField(MAX_GROUPS) ? text.int32() : null;
    }

    /** But for that of all items, which is left out. */
    static Target target(CanonicalText text) {
        var target = openTarget(text);
        text.expect('}');
        return target;
    }

    private static Target openTarget(CanonicalText text) {
        if (text.takes(ITEMS)) {
            var selection = CanonicalSelections.selection(text);
            require(!selection.isEverything());
            return new Target.Items(selection);
        }
        if (text.takes(DELIVERY_FEE)) {
            return Target.Fee.DELIVERY;
        }
        text.expect(SERVICE_FEE);
        return Target.Fee.SERVICE;
    }
}
