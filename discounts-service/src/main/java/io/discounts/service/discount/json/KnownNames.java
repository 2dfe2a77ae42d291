package io.discounts.service.discount.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * What names stand for, for names that discounts share: made once for as long as no other name takes its place, rather than for each
 * discount that is read, and kept once for all that are kept. Bounded, and safe for use by any thread.
 */
final class KnownNames<T> {
    private static final int PLACES = 1 << 12;

    private static final class Known<T> {
        private final byte[] name;
        private final T value;

        Known(byte[] name, T value) {
            this.name = name;
            this.value = value;
        }
    }

    private final AtomicReferenceArray<Known<T>> places = new AtomicReferenceArray<>(PLACES);
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
        int hash = 0;
        for (int i = from; i < until; i++) {
            hash = 31 * hash + text[i];
        }
        int place = (hash ^ (hash >>> 15)) & (PLACES - 1);
        var known = places.getPlain(place);
        if (known != null && Arrays.equals(known.name, 0, known.name.length, text, from, until)) {
            return known.value;
        }
        var name = Arrays.copyOfRange(text, from, until);
        var made = new Known<>(name, make.apply(new String(name, StandardCharsets.ISO_8859_1)));
        places.setRelease(place, made);
        return made.value;
    }
}
