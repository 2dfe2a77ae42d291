package io.discounts.service.discount.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * What names stand for, for names that discounts share: made once for as long as no other name takes its place, rather than for each
 * discount that is read, and kept once for all that are kept. Bounded, and safe for use by any thread.
 */
final class KnownNames<T> {
    private static final int PLACE_BITS = 12;
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Of Fibonacci hashing (Knuth, The Art of Computer Programming, 6.4): 2^64 by the golden ratio. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private static final class Known<T> {
        private final byte[] name;
        private final T value;

        Known(byte[] name, T value) {
            this.name = name;
            this.value = value;
        }
    }

    private final AtomicReferenceArray<Known<T>> places = new AtomicReferenceArray<>(1 << PLACE_BITS);
    private final Function<String, T> make;

    /** @param make gives equal and immutable values for equal names; it may throw */
    KnownNames(Function<String, T> make) {
        this.make = make;
    }

    T make(String name) {
        return make.apply(name);
    }

    /** Of a name in ASCII. */
    T find(byte[] text, int from, int until) {
        int place = place(text, from, until);
        var known = places.getPlain(place);
        if (known != null && Arrays.equals(known.name, 0, known.name.length, text, from, until)) {
            return known.value;
        }
        var name = Arrays.copyOfRange(text, from, until);
        var made = new Known<>(name, make.apply(new String(name, StandardCharsets.ISO_8859_1)));
        places.setRelease(place, made);
        return made.value;
    }

    /** Eight bytes at a time; the last of them overlap with those before. */
    private static int place(byte[] text, int from, int until) {
        int length = until - from;
        long hash = length;
        if (length < Long.BYTES) {
            for (int i = from; i < until; i++) {
                hash = (hash << Byte.SIZE) + text[i];
            }
        } else {
            for (int i = from; i < until - Long.BYTES; i += Long.BYTES) {
                hash = (hash ^ (long) EIGHT_BYTES.get(text, i)) * GOLDEN;
            }
            hash ^= (long) EIGHT_BYTES.get(text, until - Long.BYTES);
        }
        return (int) ((hash * GOLDEN) >>> (Long.SIZE - PLACE_BITS));
    }
}
