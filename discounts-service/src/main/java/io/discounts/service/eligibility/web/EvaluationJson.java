package io.discounts.service.eligibility.web;

import io.discounts.service.discount.Target;
import io.discounts.service.eligibility.Evaluation;
import io.discounts.service.eligibility.Totals;
import io.discounts.service.eligibility.pricing.Basket;
import io.discounts.service.eligibility.pricing.Saving;
import org.springframework.util.FastByteArrayOutputStream;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes the answer to a checkout. */
final class EvaluationJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int FIXED_PART = 512;
    private static final int TYPICAL_DISCOUNT = 192;

    private final JsonGenerator json;
    private final Basket basket;

    EvaluationJson(JsonGenerator json, Basket basket) {
        this.json = json;
        this.basket = basket;
    }

    /**
     * UTF-8.
     *
     * @param basket the one that was evaluated, for the names of its lines
     * @param watermarks a JSON object
     */
    static FastByteArrayOutputStream write(Evaluation evaluation, Basket basket, String watermarks, boolean stale) {
        int discounts = evaluation.applied().size() + evaluation.notApplied().size();
        var bytes = new FastByteArrayOutputStream(FIXED_PART + TYPICAL_DISCOUNT * discounts);
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            new EvaluationJson(json, basket).answer(evaluation, watermarks, stale);
        }
        return bytes;
    }

    private void answer(Evaluation evaluation, String watermarks, boolean stale) {
        json.writeStartObject();
        json.writeArrayPropertyStart("applied");
        evaluation.applied().forEach(this::applied);
        json.writeEndArray();
        totals(evaluation.totals());
        json.writeArrayPropertyStart("notApplied");
        evaluation.notApplied().forEach(this::notApplied);
        json.writeEndArray();
        json.writeName("watermarks");
        json.writeRawValue(watermarks);
        json.writeBooleanProperty("stale", stale);
        json.writeEndObject();
    }

    private void applied(Evaluation.Applied applied) {
        json.writeStartObject();
        json.writeStringProperty("discountId", applied.candidate().id());
        savingOf(applied);
        json.writeEndObject();
    }

    /** Amount, target and lines, as properties of the object that is being written. */
    void savingOf(Evaluation.Applied applied) {
        var saving = applied.saving();
        json.writeNumberProperty("amount", saving.amount());
        json.writeStringProperty("target", saving.target().type());
        if (saving.target() instanceof Target.Items) {
            lines(saving);
        }
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
        reasonsOf(notApplied);
        json.writeEndObject();
    }

    /** Why not, and what would unlock it, as properties of the object that is being written. */
    void reasonsOf(Evaluation.NotApplied notApplied) {
        ReasonJson.write(json, notApplied.reasons());
        UnlockJson.write(json, notApplied.unlock());
    }
}
