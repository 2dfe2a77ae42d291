package io.discounts.sdk.internal.evidence;

import org.jspecify.annotations.Nullable;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Hashes ids of customers with a salt that nobody keeps: HMAC-SHA-256, the first 48 bits. The shadow hashes what it finds in
 * answers; this is for the ids of calls, and stands behind it where text may hold one all the same. Safe for use by many threads.
 */
final class Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 6;
    /** Shorter ids are found as words only, or every 1 would be taken for the customer 1. */
    private static final int UNMISTAKABLE = 4;

    private final SecretKeySpec salt;

    Pseudonyms(byte[] salt) {
        this.salt = new SecretKeySpec(salt, ALGORITHM);
    }

    String of(String customerId) {
        var hash = mac().doFinal(customerId.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, BYTES);
    }

    /** The text without the id, as it is, and as JSON and JSON pointers would write it. */
    String without(@Nullable String customerId, String text) {
        if (customerId == null || customerId.isEmpty()) {
            return text;
        }
        var json = customerId.replace("\\", "\\\\").replace("\"", "\\\"");
        var pointer = customerId.replace("~", "~0").replace("/", "~1");
        var hidden = text;
        for (var written : List.of(customerId, json, pointer)) {
            hidden = without(written, of(customerId), hidden);
        }
        return hidden;
    }

    private static String without(String written, String hash, String text) {
        if (!text.contains(written)) {
            return text;
        }
        var quoted = Pattern.quote(written);
        var found = written.length() >= UNMISTAKABLE ? quoted : "(?<![\\p{L}\\p{N}])" + quoted + "(?![\\p{L}\\p{N}])";
        return text.replaceAll(found, hash);
    }

    private Mac mac() {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(salt);
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", impossible);
        }
    }
}
