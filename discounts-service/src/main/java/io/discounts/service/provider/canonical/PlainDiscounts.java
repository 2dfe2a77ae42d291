package io.discounts.service.provider.canonical;

import io.discounts.service.provider.schema.PlainObject;
import io.discounts.service.provider.schema.PlainShape;

import java.util.Map;

import static io.discounts.service.provider.schema.PlainShapes.anyText;
import static io.discounts.service.provider.schema.PlainShapes.bool;
import static io.discounts.service.provider.schema.PlainShapes.byType;
import static io.discounts.service.provider.schema.PlainShapes.emptyList;
import static io.discounts.service.provider.schema.PlainShapes.identifier;
import static io.discounts.service.provider.schema.PlainShapes.instant;
import static io.discounts.service.provider.schema.PlainShapes.list;
import static io.discounts.service.provider.schema.PlainShapes.matching;
import static io.discounts.service.provider.schema.PlainShapes.oneOf;
import static io.discounts.service.provider.schema.PlainShapes.percent;
import static io.discounts.service.provider.schema.PlainShapes.text;
import static io.discounts.service.provider.schema.PlainShapes.whole;

/** What most published discounts look like; the schema says what may be. */
final class PlainDiscounts {
    private static final long MAX_AMOUNT = 1_000_000_000_000_000L;

    private static final PlainShape AMOUNT = whole(1, MAX_AMOUNT);
    private static final PlainShape COUNT = whole(1, Integer.MAX_VALUE);
    private static final PlainShape USES = whole(1, Long.MAX_VALUE);
    private static final PlainShape ORDERS = whole(0, Integer.MAX_VALUE);
    private static final PlainShape NAMES = list(text(128), 0);
    private static final PlainShape SOME_NAMES = list(text(128), 1);
    private static final PlainShape SHORT_NAMES = list(text(64), 0);
    private static final PlainShape REGION = matching("[A-Z]{2}");
    private static final PlainShape LOCAL_TIME = matching("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final PlainShape VERSION = whole(0, Long.MAX_VALUE);

    private static final PlainShape EFFECT = byType(Map.of(
            "percentage_off",
            new PlainObject().with("percent", percent(false)).or("maxAmount", AMOUNT),
            "amount_off",
            new PlainObject().with("amount", AMOUNT).or("per", oneOf("unit")),
            "fixed_price",
            new PlainObject().with("amount", whole(0, MAX_AMOUNT)).or("maxAmount", AMOUNT),
            "buy_x_get_y",
            new PlainObject()
                    .with("buy", COUNT)
                    .with("get", COUNT)
                    .or("percent", percent(false))
                    .or("maxGroups", COUNT)
                    .or("maxAmount", AMOUNT),
            "bundle_price",
            new PlainObject()
                    .with("quantity", COUNT)
                    .with("amount", AMOUNT)
                    .or("maxGroups", COUNT)
                    .or("maxAmount", AMOUNT)));

    private static final PlainShape TARGET = byType(Map.of(
            "items",
            new PlainObject().or("productIds", NAMES).or("categories", NAMES),
            "delivery_fee",
            new PlainObject().or("productIds", emptyList()).or("categories", emptyList()),
            "service_fee",
            new PlainObject().or("productIds", emptyList()).or("categories", emptyList())));

    private static final PlainShape SCOPE = stores().or("everywhere", bool()).or("except", stores());

    private static final PlainShape WINDOW = new PlainObject()
            .with("days", list(oneOf("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"), 1))
            .with("from", LOCAL_TIME)
            .with("until", LOCAL_TIME);

    private static final PlainShape RULE = byType(Map.of(
            "min_basket",
            new PlainObject()
                    .with("amount", AMOUNT)
                    .or("productIds", SOME_NAMES)
                    .or("categories", SOME_NAMES),
            "min_quantity",
            new PlainObject()
                    .with("quantity", COUNT)
                    .or("productIds", SOME_NAMES)
                    .or("categories", SOME_NAMES),
            "segment",
            new PlainObject().or("anyOf", NAMES).or("noneOf", NAMES),
            "order_count",
            new PlainObject().or("min", ORDERS).or("max", ORDERS),
            "schedule",
            new PlainObject().with("timezone", text(64)).with("windows", list(WINDOW, 1)),
            "payment_method",
            new PlainObject().with("anyOf", SOME_NAMES),
            "platform",
            new PlainObject().with("anyOf", SOME_NAMES),
            "fulfilment",
            new PlainObject().with("anyOf", SOME_NAMES),
            "customer",
            new PlainObject().with("anyOf", SOME_NAMES)));

    private static final PlainShape STACKING = new PlainObject()
            .or("mode", oneOf("stackable", "exclusive"))
            .or("group", text(128))
            .or("priority", whole(Integer.MIN_VALUE, Integer.MAX_VALUE));

    private static final PlainShape LIMITS = new PlainObject()
            .or("total", USES)
            .or("perCustomer", USES)
            .or("budget", AMOUNT)
            .or("exclusiveUse", bool());

    static final PlainShape PUBLISHED = new PlainObject()
            .or("provider", anyText())
            .with("externalId", identifier())
            .with("version", VERSION)
            .with("region", REGION)
            .with("label", text(500))
            .with("currency", matching("[A-Z]{3}"))
            .with("effect", EFFECT)
            .or("target", TARGET)
            .with("scope", SCOPE)
            .or("rules", list(RULE, 0))
            .with("validFrom", instant())
            .or("validUntil", instant())
            .or("stacking", STACKING)
            .or("limits", LIMITS)
            .or("funding", new PlainObject().or("partnerPercent", percent(true)));

    private PlainDiscounts() {}

    private static PlainObject stores() {
        return new PlainObject()
                .or("stores", list(identifier(), 0))
                .or("storeTypes", SHORT_NAMES)
                .or("brands", SHORT_NAMES)
                .or("cities", SHORT_NAMES);
    }
}
