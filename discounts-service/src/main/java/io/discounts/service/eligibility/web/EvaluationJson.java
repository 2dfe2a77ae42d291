package io.discounts.service.eligibility.web;

import io.discounts.service.discount.Target;
import io.discounts.service.edge.JsonBytes;
import io.discounts.service.eligibility.Evaluation;
import io.discounts.service.eligibility.Totals;
import io.discounts.service.eligibility.pricing.Basket;
import io.discounts.service.eligibility.pricing.Saving;

/** Writes the answer to a checkout. */
final class EvaluationJson {
    private static final int FIXED_PART = 512;
    private static final int TYPICAL_APPLIED = 320;
    private static final int TYPICAL_NOT_APPLIED = 64;
    private static final int TYPICAL_REASON = 112;
    private static final int TYPICAL_UNLOCK = 192;

    private final JsonBytes json;
    private final Basket basket;

    EvaluationJson(JsonBytes json, Basket basket) {
        this.json = json;
        this.basket = basket;
    }

    /**
     * UTF-8.
     *
     * @param basket the one that was evaluated, for the names of its lines
     * @param watermarks a JSON object
     */
    static JsonBytes write(Evaluation evaluation, Basket basket, String watermarks, boolean stale) {
        var json = new JsonBytes(roughSize(evaluation));
        new EvaluationJson(json, basket).answer(evaluation, watermarks, stale);
        return json;
    }

    /** Nearly always enough: an array that has to grow is copied as a whole. */
    private static int roughSize(Evaluation evaluation) {
        int size = FIXED_PART + TYPICAL_APPLIED * evaluation.applied().size();
        for (var notApplied : evaluation.notApplied()) {
            size += TYPICAL_NOT_APPLIED + TYPICAL_REASON * notApplied.reasons().size();
            size += notApplied.unlock() == null ? 0 : TYPICAL_UNLOCK;
        }
        return size;
    }

    private void answer(Evaluation evaluation, String watermarks, boolean stale) {
        json.beginObject();
        json.beginArray("applied");
        evaluation.applied().forEach(this::applied);
        json.endArray();
        totals(evaluation.totals());
        json.beginArray("notApplied");
        for (var notApplied : evaluation.notApplied()) {
            notApplied(notApplied);
        }
        json.endArray();
        json.name("watermarks");
        json.json(watermarks);
        json.property("stale", stale);
        json.endObject();
    }

    private void applied(Evaluation.Applied applied) {
        json.beginObject();
        json.plainProperty("discountId", applied.candidate().id());
        savingOf(applied);
        json.endObject();
    }

    /** Amount, target and lines, as properties of the object that is being written. */
    void savingOf(Evaluation.Applied applied) {
        var saving = applied.saving();
        json.property("amount", saving.amount());
        json.plainProperty("target", saving.target().type());
        if (saving.target() instanceof Target.Items) {
            lines(saving);
        }
    }

    private void lines(Saving saving) {
        json.beginArray("lines");
        for (int i = 0; i < basket.lines().size(); i++) {
            long amount = saving.ofLine(i);
            if (amount != 0) {
                json.beginObject();
                json.property("lineId", basket.lines().get(i).lineId());
                json.property("amount", amount);
                json.endObject();
            }
        }
        json.endArray();
    }

    private void totals(Totals totals) {
        json.beginObject("totals");
        json.property("items", totals.items());
        json.property("itemsDiscount", totals.itemsDiscount());
        json.property("deliveryFee", totals.deliveryFee());
        json.property("deliveryDiscount", totals.deliveryDiscount());
        json.property("serviceFee", totals.serviceFee());
        json.property("serviceDiscount", totals.serviceDiscount());
        json.property("discount", totals.discount());
        json.property("total", totals.total());
        json.endObject();
    }

    private void notApplied(Evaluation.NotApplied notApplied) {
        json.beginObject();
        json.plainProperty("discountId", notApplied.candidate().id());
        reasonsOf(notApplied);
        json.endObject();
    }

    /** Why not, and what would unlock it, as properties of the object that is being written. */
    void reasonsOf(Evaluation.NotApplied notApplied) {
        ReasonJson.write(json, notApplied.reasons());
        UnlockJson.write(json, notApplied.unlock());
    }
}
