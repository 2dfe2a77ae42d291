package io.discounts.service.eligibility.web;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Stacking;
import io.discounts.service.eligibility.Explanation;
import io.discounts.service.eligibility.Verdict;
import io.discounts.service.eligibility.pricing.Basket;
import io.discounts.service.redemption.Availability.Remaining;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;

/** Writes explanations of one discount, store by store. */
final class ExplanationJson {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;
    private final @Nullable Basket basket;

    private ExplanationJson(JsonGenerator json, @Nullable Basket basket) {
        this.json = json;
        this.basket = basket;
    }

    /** UTF-8. */
    static byte[] write(Discount discount, List<Explanation> stores, @Nullable Basket basket) {
        var bytes = new ByteArrayOutputStream();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            new ExplanationJson(json, basket).published(discount, stores);
        }
        return bytes.toByteArray();
    }

    /** UTF-8, for a discount that is no more. */
    static byte[] withdrawn(String discountId, long version) {
        var bytes = new ByteArrayOutputStream();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            head(json, discountId, "withdrawn", version);
            json.writeArrayPropertyStart("stores");
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void head(JsonGenerator json, String discountId, String status, long version) {
        json.writeStringProperty("discountId", discountId);
        json.writeStringProperty("status", status);
        json.writeNumberProperty("version", version);
    }

    private void published(Discount discount, List<Explanation> stores) {
        json.writeStartObject();
        head(json, discount.id().toString(), "published", discount.version());
        stacking(discount.stacking());
        json.writeArrayPropertyStart("stores");
        stores.forEach(this::store);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void stacking(Stacking stacking) {
        json.writeObjectPropertyStart("stacking");
        json.writeStringProperty("mode", stacking.mode().name().toLowerCase(Locale.ROOT));
        if (stacking.group() != null) {
            json.writeStringProperty("group", stacking.group());
        }
        json.writeNumberProperty("priority", stacking.priority());
        json.writeEndObject();
    }

    private void store(Explanation explained) {
        json.writeStartObject();
        json.writeStringProperty("storeId", explained.storeId().value());
        verdict(explained.verdict());
        coverage(explained.coverage());
        validity(explained);
        json.writeArrayPropertyStart("rules");
        explained.rules().forEach(this::rule);
        json.writeEndArray();
        part("currency", explained.currency());
        part("target", explained.saving());
        limits(explained.limits(), explained.left());
        json.writeName("conclusion");
        new ConclusionJson(json, basket).write(explained.conclusion());
        json.writeEndObject();
    }

    private void verdict(Verdict verdict) {
        json.writeStringProperty("verdict", verdict.name().toLowerCase(Locale.ROOT));
    }

    private void coverage(Explanation.Coverage coverage) {
        json.writeObjectPropertyStart("scope");
        json.writeBooleanProperty("covers", coverage.covers());
        json.writeArrayPropertyStart("keys");
        for (var match : coverage.keys()) {
            json.writeStartObject();
            json.writeStringProperty("key", match.key().written());
            json.writeBooleanProperty("named", match.named());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("exceptedBy");
        coverage.exceptedBy().forEach(key -> json.writeString(key.written()));
        json.writeEndArray();
        json.writeEndObject();
    }

    private void validity(Explanation explained) {
        var validity = explained.discount().validity();
        json.writeObjectPropertyStart("validity");
        json.writeBooleanProperty("valid", explained.valid());
        json.writeStringProperty("from", validity.from().toString());
        if (validity.until() != null) {
            json.writeStringProperty("until", validity.until().toString());
        }
        json.writeEndObject();
    }

    private void rule(Explanation.RuleVerdict rule) {
        json.writeStartObject();
        json.writeStringProperty("rule", rule.rule().type());
        verdict(rule.verdict());
        ReasonJson.write(json, rule.reasons());
        json.writeEndObject();
    }

    private void part(String name, Explanation.Part part) {
        json.writeObjectPropertyStart(name);
        verdict(part.verdict());
        ReasonJson.write(json, part.reasons());
        json.writeEndObject();
    }

    private void limits(Explanation.Part limits, Remaining left) {
        json.writeObjectPropertyStart("limits");
        verdict(limits.verdict());
        ReasonJson.write(json, limits.reasons());
        json.writeObjectPropertyStart("left");
        left("uses", left.uses());
        left("customerUses", left.customerUses());
        left("money", left.money());
        json.writeEndObject();
        json.writeBooleanProperty("heldByAnother", left.heldByAnother());
        json.writeEndObject();
    }

    /** What has no bound is left out. */
    private void left(String name, long left) {
        if (left != Remaining.UNBOUNDED) {
            json.writeNumberProperty(name, left);
        }
    }
}
