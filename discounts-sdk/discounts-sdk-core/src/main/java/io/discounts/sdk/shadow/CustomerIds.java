package io.discounts.sdk.shadow;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Hashes ids of customers, so that what is kept can be told apart and looked up by who has the id, and by nobody else: the
 * first 64 bits of HMAC-SHA256 under a salt, as {@code hashed-0123456789abcdef}. What is hashed already stays as it is. Safe for
 * use by many threads.
 */
public final class CustomerIds {
    private static final Pattern HASHED = Pattern.compile("hashed-[0-9a-f]{16}");
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /**
     * With this salt: the same salt gives the same hashes.
     *
     * @param salt not empty; to be kept secret, since ids are easily guessed
     */
    public CustomerIds(String salt) {
        Objects.requireNonNull(salt, "salt");
        if (salt.isEmpty()) {
            throw new IllegalArgumentException("salt must not be empty");
        }
        this.key = new SecretKeySpec(salt.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    public String hashed(String customerId) {
        if (HASHED.matcher(customerId).matches()) {
            return customerId;
        }
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            var hash = mac.doFinal(customerId.getBytes(StandardCharsets.UTF_8));
            return "hashed-" + HexFormat.of().formatHex(hash, 0, 8);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, missing);
        }
    }
}
