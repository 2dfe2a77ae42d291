package io.discounts.service.discount.json;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * What names stand for, for names that discounts share: made once for as long as no other name takes its place, rather than for each
 * discount that is read, and kept once for all that are kept. Bounded, and safe for use by any thread.
 */
final class KnownNames<T> {
    private static final int PLACE_BITS = 12;

    private final KnownTexts<T> known = new KnownTexts<>(PLACE_BITS);
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
        var found = known.find(text, from, until);
        return found == null
                ? known.keep(
                        text,
                        from,
                        until,
                        make.apply(new String(text, from, until - from, StandardCharsets.ISO_8859_1)))
                : found;
    }
}
