package io.discounts.service.discount;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Ids of stores as they stand in a discount's JSON. Whoever serves discounts asks of those that are named no more than whether one store is
 * among them, and most discounts name several: an object for each would be most of what they cost to read. In the order in which they are
 * written; immutable, and equal to any set of the same ids.
 */
public final class WrittenStores extends AbstractSet<StoreId> {
    private static final byte QUOTE = '"';

    /** 2<sup>64</sup> over the golden ratio. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** Each id in quotes, with one character between two. */
    private final byte[] written;

    private final int size;

    private WrittenStores(byte[] written, int size) {
        this.written = written;
        this.size = size;
    }

    /**
     * Reads the list of strings that begins at a position, up to where it ends.
     *
     * @return null if there is anything else than ids, or one may stand there twice
     */
    public static @Nullable WrittenStores read(byte[] json, int from) {
        int size = 0;
        long some = 0;
        long others = 0;
        for (int at = from; ; at++) {
            int end = endOfId(json, at);
            if (end < 0) {
                return null;
            }
            long spread = hash(json, at, end) * SPREAD;
            long one = 1L << (spread >>> 58);
            long other = 1L << (spread >>> 52);
            if ((some & one) != 0 && (others & other) != 0) {
                return null;
            }
            some |= one;
            others |= other;
            size++;
            at = end;
            if (at == json.length || json[at] != ',') {
                return new WrittenStores(Arrays.copyOfRange(json, from, at), size);
            }
        }
    }

    /** Behind the closing quote, or -1. */
    private static int endOfId(byte[] json, int from) {
        int at = from + 1;
        if (at > json.length || json[from] != QUOTE) {
            return -1;
        }
        while (at < json.length && Checks.isIdentifierCharacter((char) json[at])) {
            at++;
        }
        int length = at - from - 1;
        return length == 0 || length > Checks.MAX_IDENTIFIER || at == json.length || json[at] != QUOTE ? -1 : at + 1;
    }

    private static long hash(byte[] json, int from, int until) {
        long hash = 0;
        for (int i = from + 1; i < until - 1; i++) {
            hash = 31 * hash + json[i];
        }
        return hash;
    }

    /** In bytes, as written. */
    public int length() {
        return written.length;
    }

    boolean isNamedBy(ScopeKey key) {
        int from = 1;
        for (int i = 1; i < written.length; i++) {
            if (written[i] == QUOTE) {
                if (key.isStore(written, from, i)) {
                    return true;
                }
                i += 2;
                from = i + 1;
            }
        }
        return false;
    }

    @Override
    public boolean contains(@Nullable Object element) {
        return element instanceof StoreId store && isNamedBy(ScopeKey.store(store));
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Iterator<StoreId> iterator() {
        return new InOrder();
    }

    private final class InOrder implements Iterator<StoreId> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < written.length;
        }

        @Override
        public StoreId next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int end = endOfId(written, next);
            var id = new String(written, next + 1, end - next - 2, StandardCharsets.US_ASCII);
            next = end + 1;
            return new StoreId(id);
        }
    }
}
