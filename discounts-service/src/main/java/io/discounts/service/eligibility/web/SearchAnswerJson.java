package io.discounts.service.eligibility.web;

import io.discounts.service.edge.JsonBytes;
import io.discounts.service.eligibility.Offer;
import io.discounts.service.eligibility.SearchAnswer;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes a search answer from pre-rendered parts. */
final class SearchAnswerJson {
    private static final int FIXED_PART = 512;
    private static final int TYPICAL_ID = 48;

    private final JsonBytes json;

    private SearchAnswerJson(JsonBytes json) {
        this.json = json;
    }

    /**
     * UTF-8.
     *
     * @param watermarks a JSON object
     */
    static JsonBytes write(SearchAnswer answer, String watermarks) {
        var json = new JsonBytes(roughSize(answer));
        try {
            new SearchAnswerJson(json).answer(answer, watermarks);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return json;
    }

    /** Nearly always enough: an array that has to grow is copied as a whole. */
    private static int roughSize(SearchAnswer answer) {
        int size = FIXED_PART;
        for (var store : answer.stores()) {
            size += TYPICAL_ID * (1 + store.offers().size());
        }
        for (var offer : answer.offers()) {
            size += TYPICAL_ID + offer.candidate().fragment().size();
        }
        return size;
    }

    private void answer(SearchAnswer answer, String watermarks) throws IOException {
        json.beginObject();
        json.beginArray("stores");
        for (var store : answer.stores()) {
            store(store);
        }
        json.endArray();
        json.beginObject("discounts");
        for (var offer : answer.offers()) {
            discount(offer);
        }
        json.endObject();
        json.name("watermarks");
        json.json(watermarks);
        json.property("stale", answer.stale());
        json.endObject();
    }

    private void store(SearchAnswer.StoreOffers store) throws IOException {
        json.beginObject();
        json.property("storeId", store.storeId().value());
        json.beginArray("discountIds");
        for (var offer : store.offers()) {
            json.next();
            offer.candidate().fragment().writeId(json);
        }
        json.endArray();
        json.endObject();
    }

    private void discount(Offer offer) throws IOException {
        var fragment = offer.candidate().fragment();
        json.next();
        fragment.writeId(json);
        json.write(':');
        fragment.writeTo(json, offer.conditions());
    }
}
