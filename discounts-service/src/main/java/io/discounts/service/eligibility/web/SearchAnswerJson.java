package io.discounts.service.eligibility.web;

import io.discounts.service.eligibility.Offer;
import io.discounts.service.eligibility.SearchAnswer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/**
 * Writes a search answer from pre-rendered parts. Ids need no escaping: their form leaves nothing to escape.
 */
final class SearchAnswerJson {
    private static final int TYPICAL_FRAGMENT = 512;

    private final ByteArrayOutputStream out;

    private SearchAnswerJson(int expectedSize) {
        this.out = new ByteArrayOutputStream(expectedSize);
    }

    static byte[] write(SearchAnswer answer, Map<String, Instant> watermarks) {
        var json = new SearchAnswerJson(TYPICAL_FRAGMENT * (1 + answer.offers().size()));
        try {
            json.text("{\"stores\":[");
            json.stores(answer);
            json.text("],\"discounts\":{");
            json.discounts(answer);
            json.text("},\"watermarks\":{");
            json.watermarks(watermarks);
            json.text("},\"stale\":" + answer.stale() + "}");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return json.out.toByteArray();
    }

    private void stores(SearchAnswer answer) throws IOException {
        var separator = "";
        for (var store : answer.stores()) {
            text(separator + "{\"storeId\":\"" + store.storeId().value() + "\",\"discountIds\":[");
            var first = true;
            for (var offer : store.offers()) {
                text(first ? "\"" : ",\"");
                text(offer.candidate().id());
                out.write('"');
                first = false;
            }
            text("]}");
            separator = ",";
        }
    }

    private void discounts(SearchAnswer answer) throws IOException {
        var separator = "\"";
        for (Offer offer : answer.offers()) {
            text(separator);
            text(offer.candidate().id());
            text("\":");
            offer.candidate().fragment().writeTo(out, offer.conditions());
            separator = ",\"";
        }
    }

    private void watermarks(Map<String, Instant> watermarks) throws IOException {
        var separator = "\"";
        for (var watermark : watermarks.entrySet()) {
            text(separator + watermark.getKey() + "\":\"" + watermark.getValue() + '"');
            separator = ",\"";
        }
    }

    private void text(String ascii) throws IOException {
        out.write(ascii.getBytes(StandardCharsets.ISO_8859_1));
    }
}
