package io.discounts.service.catalog;

import io.discounts.service.discount.json.DiscountJson;
import io.discounts.service.discount.json.InvalidDiscountException;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The discounts of one load. One that names several of the keys stands on as many of the sheets, and is read and kept once for all
 * of them: of a screen of twenty stores that is more than a third. For one thread.
 */
final class CandidatesByJson {

    private static final class Json {
        private final byte[] bytes;
        private final int hash;

        Json(byte[] bytes) {
            this.bytes = bytes;
            this.hash = Arrays.hashCode(bytes);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Json json && Arrays.equals(bytes, json.bytes);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    private final Map<Json, Candidate> known = new HashMap<>();

    /** @throws InvalidDiscountException for what is no discount */
    Candidate read(byte[] json) {
        return known.computeIfAbsent(new Json(json), unread -> new Candidate(DiscountJson.readToTell(unread.bytes)));
    }
}
