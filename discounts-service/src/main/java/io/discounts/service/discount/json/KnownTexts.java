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

    private static final int SHORT = 2 * Long.BYTES;
    private static final byte[] NOTHING = {};

    /** Short texts are all in two numbers: bytes that lie elsewhere in memory would be most of what it costs to look one up. */
    private static final class Known<T> {
        private final int length;
        private final long head;
        private final long tail;
        private final byte[] text;
        private final T value;

        Known(byte[] text, int from, int until, T value) {
            this.length = until - from;
            this.head = head(text, from, length);
            this.tail = tail(text, until, length);
            this.text = length > SHORT ? Arrays.copyOfRange(text, from, until) : NOTHING;
            this.value = value;
        }

        boolean is(byte[] other, int from, int until) {
            return length == until - from
                    && head == head(other, from, length)
                    && tail == tail(other, until, length)
                    && (length <= SHORT || Arrays.equals(text, 0, length, other, from, until));
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
        return known != null && known.is(text, from, until) ? known.value : null;
    }

    /** The value itself. */
    T keep(byte[] text, int from, int until, T value) {
        places.setRelease(place(text, from, until), new Known<>(text, from, until, value));
        return value;
    }

    /** Eight bytes at a time; the last of them overlap with those before. */
    private int place(byte[] text, int from, int until) {
        int length = until - from;
        long hash = (length ^ head(text, from, length)) * GOLDEN;
        for (int i = from + Long.BYTES; i < until - Long.BYTES; i += Long.BYTES) {
            hash = (hash ^ (long) EIGHT_BYTES.get(text, i)) * GOLDEN;
        }
        return (int) (((hash ^ tail(text, until, length)) * GOLDEN) >>> shift);
    }

    /** The first eight bytes, or all of fewer. */
    private static long head(byte[] text, int from, int length) {
        if (length >= Long.BYTES) {
            return (long) EIGHT_BYTES.get(text, from);
        }
        long all = 0;
        for (int i = from; i < from + length; i++) {
            all = (all << Byte.SIZE) | (text[i] & 0xFF);
        }
        return all;
    }

    /** The last eight bytes, if there are so many. */
    private static long tail(byte[] text, int until, int length) {
        return length >= Long.BYTES ? (long) EIGHT_BYTES.get(text, until - Long.BYTES) : 0;
    }
}
