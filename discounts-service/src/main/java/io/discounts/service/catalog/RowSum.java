package io.discounts.service.catalog;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * The sum of the rows' hashes, as {@link CatalogChecksum} describes it. A row is hashed field by field, from {@link #row}
 * to {@link #add}. For one thread.
 */
final class RowSum {
    private static final int NULL = -1;
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(128);

    private final MessageDigest sha256 = sha256();
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);
    private long high;
    private long low;
    private long count;

    /** Begins a row of a table; rows of different tables never hash alike. */
    RowSum row(String table) {
        return text(table);
    }

    RowSum text(@Nullable String field) {
        return bytes(field == null ? null : field.getBytes(StandardCharsets.UTF_8));
    }

    RowSum number(long field) {
        sha256.update(number.clear().putLong(field).flip());
        return this;
    }

    RowSum bytes(byte @Nullable [] field) {
        sha256.update(number.clear().putInt(field == null ? NULL : field.length).flip());
        if (field != null) {
            sha256.update(field);
        }
        return this;
    }

    /** Ends the row. */
    void add() {
        var hash = ByteBuffer.wrap(sha256.digest());
        var addedHigh = hash.getLong();
        var before = low;
        low += hash.getLong();
        high += addedHigh + (Long.compareUnsigned(low, before) < 0 ? 1 : 0);
        count++;
    }

    CatalogChecksum.Part part() {
        var sum = ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array();
        return new CatalogChecksum.Part(count, HexFormat.of().formatHex(sum));
    }

    /** The sum of sums, which is that of all their rows. */
    static String total(String... sums) {
        var total = Stream.of(sums)
                .map(sum -> new BigInteger(sum, 16))
                .reduce(BigInteger.ZERO, BigInteger::add)
                .mod(MODULUS);
        return "%032x".formatted(total);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
