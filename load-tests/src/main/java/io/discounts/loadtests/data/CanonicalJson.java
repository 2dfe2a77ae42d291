package io.discounts.loadtests.data;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Selection;
import io.discounts.service.discount.Stacking;
import io.discounts.service.discount.StoreId;
import io.discounts.service.discount.StoreSet;
import io.discounts.service.discount.Target;
import tools.jackson.core.JsonGenerator;

import java.util.Objects;

/**
 * The data of a published discount as the contract shows it, empty lists and defaults included: providers send those, and the
 * service's own rendering leaves them out.
 */
final class CanonicalJson {
    private CanonicalJson() {}

    static void write(JsonGenerator json, Discount discount) {
        json.writeStringProperty("externalId", discount.id().externalId());
        json.writeNumberProperty("version", discount.version());
        json.writeStringProperty("region", discount.region().code());
        json.writeStringProperty("label", discount.label());
        json.writeStringProperty("currency", discount.currency().getCurrencyCode());
        CanonicalEffects.write(json, discount.effect());
        target(json, discount.target());
        json.writeObjectPropertyStart("scope");
        json.writeBooleanProperty("everywhere", discount.scope().everywhere());
        stores(json, discount.scope().named());
        json.writeObjectPropertyStart("except");
        stores(json, discount.scope().except());
        json.writeEndObject();
        json.writeEndObject();
        json.writeArrayPropertyStart("rules");
        discount.rules().forEach(rule -> CanonicalRules.write(json, rule));
        json.writeEndArray();
        terms(json, discount);
    }

    static void selection(JsonGenerator json, Selection selection) {
        Fields.list(json, "productIds", selection.productIds());
        Fields.list(json, "categories", selection.categories());
    }

    private static void target(JsonGenerator json, Target target) {
        json.writeObjectPropertyStart("target");
        json.writeStringProperty("type", target.type());
        if (target instanceof Target.Items items) {
            selection(json, items.selection());
        }
        json.writeEndObject();
    }

    private static void stores(JsonGenerator json, StoreSet stores) {
        Fields.list(json, "stores", stores.stores().stream().map(StoreId::value).toList());
        Fields.list(json, "storeTypes", stores.storeTypes());
        Fields.list(json, "brands", stores.brands());
        Fields.list(json, "cities", stores.cities());
    }

    private static void terms(JsonGenerator json, Discount discount) {
        json.writeStringProperty("validFrom", discount.validity().from().toString());
        Fields.text(json, "validUntil", Objects.toString(discount.validity().until(), null));
        json.writeObjectPropertyStart("stacking");
        json.writeStringProperty(
                "mode", discount.stacking().mode() == Stacking.Mode.EXCLUSIVE ? "exclusive" : "stackable");
        Fields.text(json, "group", discount.stacking().group());
        json.writeNumberProperty("priority", discount.stacking().priority());
        json.writeEndObject();
        var limits = discount.limits();
        json.writeObjectPropertyStart("limits");
        Fields.number(json, "total", limits.total());
        Fields.number(json, "perCustomer", limits.perCustomer());
        Fields.minor(json, "budget", limits.budget());
        json.writeBooleanProperty("exclusiveUse", limits.exclusiveUse());
        json.writeEndObject();
        if (discount.funding() != null) {
            json.writeObjectPropertyStart("funding");
            json.writeNumberProperty(
                    "partnerPercent", discount.funding().partnerPercent().toDecimal());
            json.writeEndObject();
        }
    }
}
