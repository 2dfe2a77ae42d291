package io.discounts.service.catalog;

import io.discounts.service.discount.ScopeKey;

import java.nio.charset.StandardCharsets;

/** A scope key as its column holds it. */
final class ScopeKeyBytes {
    private ScopeKeyBytes() {}

    static byte[] write(ScopeKey key) {
        return key.written().getBytes(StandardCharsets.UTF_8);
    }

    static ScopeKey read(byte[] column) {
        return new ScopeKey(new String(column, StandardCharsets.UTF_8));
    }
}
