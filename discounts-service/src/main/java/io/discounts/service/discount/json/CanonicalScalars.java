package io.discounts.service.discount.json;

import io.discounts.service.discount.Money;
import io.discounts.service.discount.OrderedSet;
import io.discounts.service.discount.Percent;
import io.discounts.service.discount.PlainInstant;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import java.util.function.Function;

import static io.discounts.service.discount.json.CanonicalText.literal;
import static io.discounts.service.discount.json.CanonicalText.require;

/** The model's single values, and lists of them, as they stand in {@link CanonicalText}. */
final class CanonicalScalars {
    private static final KnownNames<String> NAMES = new KnownNames<>(Function.identity());
    private static final KnownNames<Instant> INSTANTS = new KnownNames<>(CanonicalScalars::instant);
    private static final byte[] MAX_AMOUNT = literal("\"maxAmount\":");
    private static final int WHOLE_SECONDS = "0000-00-00T00:00:00Z".length();
    private static final int USUAL = 4;
    private static final int HUNDRED = 100;

    private CanonicalScalars() {}

    static Money money(CanonicalText text) {
        return new Money(text.whole());
    }

    static @Nullable Money maxAmount(CanonicalText text) {
        return text.takesField(MAX_AMOUNT) ? money(text) : null;
    }

    /** At most two decimals, of which the last is no zero. */
    static Percent percent(CanonicalText text) {
        long whole = text.whole();
        require(whole <= HUNDRED);
        int hundredths = (int) whole * HUNDRED;
        if (text.takes('.')) {
            int tenths = text.digit();
            int last = text.digit();
            require(last > 0 || (last < 0 && tenths > 0));
            hundredths += 10 * tenths + Math.max(0, last);
        }
        return new Percent(hundredths);
    }

    static String name(CanonicalText text) {
        return text.known(NAMES);
    }

    /** Of whole seconds; the opening quote is behind. */
    static Instant instant(CanonicalText text) {
        return text.known(INSTANTS);
    }

    /** The names of a list, if it comes next. */
    static Set<String> names(CanonicalText text, byte[] field) {
        return known(text, field, NAMES);
    }

    /** What the names of a list stand for, each once. */
    static <T> Set<T> known(CanonicalText text, byte[] field, KnownNames<T> names) {
        if (!text.takesField(field)) {
            return Set.of();
        }
        text.expect('[');
        var found = new ArrayList<T>(USUAL);
        do {
            text.expect('"');
            found.add(text.known(names));
        } while (text.takes(','));
        text.expect(']');
        var set = OrderedSet.copyOf(found);
        require(set.size() == found.size());
        return set;
    }

    private static Instant instant(String written) {
        require(written.length() == WHOLE_SECONDS && PlainInstant.isOne(written));
        return PlainInstant.read(written);
    }
}
