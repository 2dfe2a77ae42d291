package io.discounts.service.eligibility.web;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Stacking;
import io.discounts.service.edge.JsonBytes;
import io.discounts.service.eligibility.Explanation;
import io.discounts.service.eligibility.Verdict;
import io.discounts.service.eligibility.pricing.Basket;
import io.discounts.service.redemption.Availability.Remaining;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/** Writes explanations of one discount, store by store. */
final class ExplanationJson {
    private static final int TYPICAL_SIZE = 1024;

    private final JsonBytes json;
    private final @Nullable Basket basket;

    private ExplanationJson(JsonBytes json, @Nullable Basket basket) {
        this.json = json;
        this.basket = basket;
    }

    /** UTF-8. */
    static byte[] write(Discount discount, List<Explanation> stores, @Nullable Basket basket) {
        var json = new JsonBytes(TYPICAL_SIZE);
        new ExplanationJson(json, basket).published(discount, stores);
        return json.toByteArray();
    }

    /** UTF-8, for a discount that is no more. */
    static byte[] withdrawn(String discountId, long version) {
        var json = new JsonBytes(TYPICAL_SIZE);
        json.beginObject();
        head(json, discountId, "withdrawn", version);
        json.beginArray("stores");
        json.endArray();
        json.endObject();
        return json.toByteArray();
    }

    private static void head(JsonBytes json, String discountId, String status, long version) {
        json.property("discountId", discountId);
        json.property("status", status);
        json.property("version", version);
    }

    private void published(Discount discount, List<Explanation> stores) {
        json.beginObject();
        head(json, discount.id().toString(), "published", discount.version());
        stacking(discount.stacking());
        json.beginArray("stores");
        stores.forEach(this::store);
        json.endArray();
        json.endObject();
    }

    private void stacking(Stacking stacking) {
        json.beginObject("stacking");
        json.property("mode", stacking.mode().name().toLowerCase(Locale.ROOT));
        if (stacking.group() != null) {
            json.property("group", stacking.group());
        }
        json.property("priority", stacking.priority());
        json.endObject();
    }

    private void store(Explanation explained) {
        json.beginObject();
        json.property("storeId", explained.storeId().value());
        verdict(explained.verdict());
        coverage(explained.coverage());
        validity(explained);
        json.beginArray("rules");
        explained.rules().forEach(this::rule);
        json.endArray();
        part("currency", explained.currency());
        part("target", explained.saving());
        limits(explained.limits(), explained.left());
        json.name("conclusion");
        new ConclusionJson(json, basket).write(explained.conclusion());
        json.endObject();
    }

    private void verdict(Verdict verdict) {
        json.property("verdict", verdict.name().toLowerCase(Locale.ROOT));
    }

    private void coverage(Explanation.Coverage coverage) {
        json.beginObject("scope");
        json.property("covers", coverage.covers());
        json.beginArray("keys");
        for (var match : coverage.keys()) {
            json.beginObject();
            json.property("key", match.key().written());
            json.property("named", match.named());
            json.endObject();
        }
        json.endArray();
        json.beginArray("exceptedBy");
        coverage.exceptedBy().forEach(key -> json.value(key.written()));
        json.endArray();
        json.endObject();
    }

    private void validity(Explanation explained) {
        var validity = explained.discount().validity();
        json.beginObject("validity");
        json.property("valid", explained.valid());
        json.property("from", validity.from().toString());
        if (validity.until() != null) {
            json.property("until", validity.until().toString());
        }
        json.endObject();
    }

    private void rule(Explanation.RuleVerdict rule) {
        json.beginObject();
        json.property("rule", rule.rule().type());
        verdict(rule.verdict());
        ReasonJson.write(json, rule.reasons());
        json.endObject();
    }

    private void part(String name, Explanation.Part part) {
        json.beginObject(name);
        verdict(part.verdict());
        ReasonJson.write(json, part.reasons());
        json.endObject();
    }

    private void limits(Explanation.Part limits, Remaining left) {
        json.beginObject("limits");
        verdict(limits.verdict());
        ReasonJson.write(json, limits.reasons());
        json.beginObject("left");
        left("uses", left.uses());
        left("customerUses", left.customerUses());
        left("money", left.money());
        json.endObject();
        json.property("heldByAnother", left.heldByAnother());
        json.endObject();
    }

    /** What has no bound is left out. */
    private void left(String name, long left) {
        if (left != Remaining.UNBOUNDED) {
            json.property(name, left);
        }
    }
}
