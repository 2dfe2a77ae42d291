package io.discounts.service.catalog;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/**
 * A sheet as Redis keeps it: its version in 19 decimal digits, which compare as text; one letter, {@code T} for a sheet or
 * {@code -} for the mark that an older one is out of date; the moment from which on it is complete, in milliseconds of the epoch in
 * eight bytes; then each discount's length in four bytes and its JSON.
 *
 * <p>Another layout gets another letter: what instances of an older or later making wrote is then missing to the others, while
 * marks and versions hold for all.
 */
final class SheetBytes {
    static final int VERSION_DIGITS = 19;
    private static final int HEADER = VERSION_DIGITS + 1;
    private static final byte SHEET = 'T';
    private static final byte MARK = '-';

    private SheetBytes() {}

    /** Not negative. A loop, for each change of a sheet is told with it. */
    static byte[] version(long version) {
        var digits = new byte[VERSION_DIGITS];
        var rest = version;
        for (int i = VERSION_DIGITS - 1; i >= 0; i--) {
            digits[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return digits;
    }

    static byte[] mark(long version) {
        return ByteBuffer.allocate(HEADER).put(version(version)).put(MARK).array();
    }

    static byte[] write(Versioned<RawSheet> sheet) {
        var bodies = sheet.value().bodies();
        var size = bodies.stream().mapToInt(body -> Integer.BYTES + body.length).sum();
        var buffer = ByteBuffer.allocate(HEADER + Long.BYTES + size)
                .put(version(sheet.version()))
                .put(SHEET)
                .putLong(sheet.value().since().toEpochMilli());
        bodies.forEach(body -> buffer.putInt(body.length).put(body));
        return buffer.array();
    }

    /** The version of a sheet or mark; 0 where there is neither. */
    static long versionOf(byte @Nullable [] bytes) {
        return bytes == null ? 0 : Long.parseLong(new String(bytes, 0, VERSION_DIGITS, StandardCharsets.US_ASCII));
    }

    /** Reads a sheet; empty for a mark and for another layout. Throws a {@link RuntimeException} on bytes that are none. */
    static Optional<Versioned<RawSheet>> read(byte[] bytes) {
        var version = versionOf(bytes);
        if (bytes[VERSION_DIGITS] != SHEET) {
            return Optional.empty();
        }
        var buffer = ByteBuffer.wrap(bytes, HEADER, bytes.length - HEADER);
        var since = Instant.ofEpochMilli(buffer.getLong());
        var bodies = new ArrayList<byte[]>();
        while (buffer.hasRemaining()) {
            var body = new byte[buffer.getInt()];
            buffer.get(body);
            bodies.add(body);
        }
        return Optional.of(new Versioned<>(new RawSheet(bodies, since), version));
    }
}
