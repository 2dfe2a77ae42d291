package io.discounts.service.redemption;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Tells one customer from another without naming them: the first half of the SHA-256 of an id, in hexadecimal digits. */
record HolderDigest(String hex) {
    private static final int BYTES = 16;

    HolderDigest {
        if (hex.length() != 2 * BYTES) {
            throw new IllegalArgumentException("a holder's digest has " + BYTES + " bytes");
        }
    }

    static HolderDigest of(String customerId) {
        var digest = sha256(Columns.bytes(customerId));
        return new HolderDigest(HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES)));
    }

    static HolderDigest of(byte[] column) {
        return new HolderDigest(HexFormat.of().formatHex(column));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
