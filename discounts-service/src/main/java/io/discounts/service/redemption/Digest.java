package io.discounts.service.redemption;

import java.util.HexFormat;

/** A SHA-256, in hexadecimal digits. */
record Digest(String hex) {
    static Digest of(byte[] bytes) {
        return ofColumn(HolderDigest.sha256(bytes));
    }

    static Digest ofColumn(byte[] column) {
        return new Digest(HexFormat.of().formatHex(column));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
