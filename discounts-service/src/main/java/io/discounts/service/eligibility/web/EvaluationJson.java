package io.discounts.service.eligibility.web;

import io.discounts.service.discount.Target;
import io.discounts.service.eligibility.Evaluation;
import io.discounts.service.eligibility.Reason;
import io.discounts.service.eligibility.Told;
import io.discounts.service.eligibility.Totals;
import io.discounts.service.eligibility.pricing.Basket;
import io.discounts.service.eligibility.pricing.Saving;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes the answer to a checkout. */
final class EvaluationJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int FIXED_PART = 512;
    private static final int TYPICAL_DISCOUNT = 192;

    private final JsonGenerator json;
    private final Basket basket;

    private EvaluationJson(JsonGenerator json, Basket basket) {
        this.json = json;
        this.basket = basket;
    }

    /**
     * UTF-8.
     *
     * @param basket the one that was evaluated, for the names of its lines
     */
    static byte[] write(Evaluation evaluation, Basket basket, Map<String, Instant> watermarks, boolean stale) {
        int discounts = evaluation.applied().size() + evaluation.notApplied().size();
        var bytes = new ByteArrayOutputStream(FIXED_PART + TYPICAL_DISCOUNT * discounts);
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            new EvaluationJson(json, basket).answer(evaluation, watermarks, stale);
        }
        return bytes.toByteArray();
    }

    private void answer(Evaluation evaluation, Map<String, Instant> watermarks, boolean stale) {
        json.writeStartObject();
        json.writeArrayPropertyStart("applied");
        evaluation.applied().forEach(this::applied);
        json.writeEndArray();
        totals(evaluation.totals());
        json.writeArrayPropertyStart("notApplied");
        evaluation.notApplied().forEach(this::notApplied);
        json.writeEndArray();
        watermarks(watermarks);
        json.writeBooleanProperty("stale", stale);
        json.writeEndObject();
    }

    private void applied(Evaluation.Applied applied) {
        var saving = applied.saving();
        json.writeStartObject();
        json.writeStringProperty("discountId", applied.candidate().id());
        json.writeNumberProperty("amount", saving.amount());
        json.writeStringProperty("target", saving.target().type());
        if (saving.target() instanceof Target.Items) {
            lines(saving);
        }
        json.writeEndObject();
    }

    private void lines(Saving saving) {
        json.writeArrayPropertyStart("lines");
        for (int i = 0; i < basket.lines().size(); i++) {
            long amount = saving.ofLine(i);
            if (amount != 0) {
                json.writeStartObject();
                json.writeStringProperty("lineId", basket.lines().get(i).lineId());
                json.writeNumberProperty("amount", amount);
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private void totals(Totals totals) {
        json.writeObjectPropertyStart("totals");
        json.writeNumberProperty("items", totals.items());
        json.writeNumberProperty("itemsDiscount", totals.itemsDiscount());
        json.writeNumberProperty("deliveryFee", totals.deliveryFee());
        json.writeNumberProperty("deliveryDiscount", totals.deliveryDiscount());
        json.writeNumberProperty("serviceFee", totals.serviceFee());
        json.writeNumberProperty("serviceDiscount", totals.serviceDiscount());
        json.writeNumberProperty("discount", totals.discount());
        json.writeNumberProperty("total", totals.total());
        json.writeEndObject();
    }

    private void notApplied(Evaluation.NotApplied notApplied) {
        json.writeStartObject();
        json.writeStringProperty("discountId", notApplied.candidate().id());
        json.writeArrayPropertyStart("reasons");
        notApplied.reasons().forEach(this::reason);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void reason(Reason reason) {
        json.writeStartObject();
        json.writeStringProperty("rule", reason.rule());
        json.writeStringProperty("code", reason.code().code());
        told("required", reason.required());
        told("actual", reason.actual());
        json.writeEndObject();
    }

    private void told(String field, @Nullable Told told) {
        if (told != null) {
            json.writeName(field);
            told(told);
        }
    }

    private void told(Told told) {
        switch (told) {
            case Told.Quantity quantity -> json.writeNumber(quantity.value());
            case Told.Text text -> json.writeString(text.value());
            case Told.Texts texts -> texts(texts.values());
            case Told.Bounds bounds -> bounds(bounds);
            case Told.Opening opening -> texts(opening.windows());
            case Told.Moment moment -> json.writeString(moment.words());
        }
    }

    private void texts(List<String> values) {
        json.writeStartArray();
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private void bounds(Told.Bounds bounds) {
        json.writeStartObject();
        bound("min", bounds.min());
        bound("max", bounds.max());
        json.writeEndObject();
    }

    private void bound(String field, @Nullable Integer bound) {
        if (bound != null) {
            json.writeNumberProperty(field, bound);
        }
    }

    private void watermarks(Map<String, Instant> watermarks) {
        json.writeObjectPropertyStart("watermarks");
        watermarks.forEach((provider, appliedUntil) -> json.writeStringProperty(provider, appliedUntil.toString()));
        json.writeEndObject();
    }
}
