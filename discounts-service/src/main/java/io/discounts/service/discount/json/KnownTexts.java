package io.discounts.service.discount.json;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What texts stand for, each until another one takes its place. Bounded, and safe for use by any thread; two threads may each keep
 * their own value of one text.
 */
final class KnownTexts<T> {
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Of Fibonacci hashing (Knuth, The Art of Computer Programming, 6.4): 2^64 by the golden ratio. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private static final class Known<T> {
        private final byte[] text;
        private final T value;

        Known(byte[] text, T value) {
            this.text = text;
            this.value = value;
        }
    }

    private final AtomicReferenceArray<Known<T>> places;
    private final int shift;

    /** @param placeBits the binary logarithm of how many it keeps at most */
    KnownTexts(int placeBits) {
        this.places = new AtomicReferenceArray<>(1 << placeBits);
        this.shift = Long.SIZE - placeBits;
    }

    @Nullable
    T find(byte[] text, int from, int until) {
        var known = places.getPlain(place(text, from, until));
        return known != null && Arrays.equals(known.text, 0, known.text.length, text, from, until) ? known.value : null;
    }

    /** The value itself. */
    T keep(byte[] text, int from, int until, T value) {
        places.setRelease(place(text, from, until), new Known<>(Arrays.copyOfRange(text, from, until), value));
        return value;
    }

    /** Eight bytes at a time; the last of them overlap with those before. */
    private int place(byte[] text, int from, int until) {
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
        return (int) ((hash * GOLDEN) >>> shift);
    }
}
