package io.discounts.service.eligibility.web;

import io.discounts.service.eligibility.SearchAnswer;
import org.springframework.util.FastByteArrayOutputStream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes a search answer from pre-rendered parts. Ids need no escaping: their form leaves nothing to escape.
 */
final class SearchAnswerJson {
    private static final int TYPICAL_FRAGMENT = 512;
    private static final byte[] STORES = ascii("{\"stores\":[");
    private static final byte[] STORE = ascii("{\"storeId\":\"");
    private static final byte[] IDS_OF_STORE = ascii("\",\"discountIds\":[");
    private static final byte[] END_OF_STORE = ascii("]}");
    private static final byte[] DISCOUNTS = ascii("],\"discounts\":{");

    private final FastByteArrayOutputStream out;

    private SearchAnswerJson(int expectedSize) {
        this.out = new FastByteArrayOutputStream(expectedSize);
    }

    /**
     * UTF-8.
     *
     * @param watermarks a JSON object
     */
    static FastByteArrayOutputStream write(SearchAnswer answer, String watermarks) {
        var json = new SearchAnswerJson(TYPICAL_FRAGMENT * (1 + answer.offers().size()));
        try {
            json.stores(answer);
            json.discounts(answer);
            json.text("},\"watermarks\":" + watermarks + ",\"stale\":" + answer.stale() + '}');
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return json.out;
    }

    private void stores(SearchAnswer answer) throws IOException {
        out.write(STORES);
        var first = true;
        for (var store : answer.stores()) {
            separate(first);
            out.write(STORE);
            text(store.storeId().value());
            out.write(IDS_OF_STORE);
            ids(store);
            out.write(END_OF_STORE);
            first = false;
        }
    }

    private void ids(SearchAnswer.StoreOffers store) throws IOException {
        var first = true;
        for (var offer : store.offers()) {
            separate(first);
            offer.candidate().fragment().writeId(out);
            first = false;
        }
    }

    private void discounts(SearchAnswer answer) throws IOException {
        out.write(DISCOUNTS);
        var first = true;
        for (var offer : answer.offers()) {
            separate(first);
            offer.candidate().fragment().writeId(out);
            out.write(':');
            offer.candidate().fragment().writeTo(out, offer.conditions());
            first = false;
        }
    }

    private void separate(boolean first) throws IOException {
        if (!first) {
            out.write(',');
        }
    }

    private void text(String ascii) throws IOException {
        out.write(ascii(ascii));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
