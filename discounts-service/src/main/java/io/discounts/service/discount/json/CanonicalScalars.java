package io.discounts.service.discount.json;

import io.discounts.service.discount.Money;
import io.discounts.service.discount.OrderedSet;
import io.discounts.service.discount.Percent;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Set;
import java.util.function.Function;

import static io.discounts.service.discount.json.CanonicalText.literal;
import static io.discounts.service.discount.json.CanonicalText.require;

/** The model's single values, and lists of them, as they stand in {@link CanonicalText}. */
final class CanonicalScalars {
    private static final KnownNames<String> NAMES = new KnownNames<>(Function.identity());
    private static final byte[] ZONE = literal("Z\"");
    private static final byte[] MAX_AMOUNT = literal("\"maxAmount\":");
    private static final int SECONDS_PER_DAY = 86_400;
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
        int year = text.digits(4);
        text.expect('-');
        int month = text.digits(2);
        text.expect('-');
        var day = LocalDate.of(year, month, text.digits(2));
        text.expect('T');
        int hour = text.digits(2);
        text.expect(':');
        int minute = text.digits(2);
        text.expect(':');
        var time = LocalTime.of(hour, minute, text.digits(2));
        text.expect(ZONE);
        return Instant.ofEpochSecond(day.toEpochDay() * SECONDS_PER_DAY + time.toSecondOfDay());
    }

    /** The names of a list, if it comes next. */
    static Set<String> names(CanonicalText text, byte[] field) {
        return text.takesField(field) ? listed(text, CanonicalScalars::name) : Set.of();
    }

    /** The same of so many in all that few are met again. */
    static Set<String> rareNames(CanonicalText text, byte[] field) {
        return text.takesField(field) ? listed(text, CanonicalText::string) : Set.of();
    }

    /** What is in a list, each once; what begins an element is behind when it is read. */
    static <T> Set<T> listed(CanonicalText text, Function<CanonicalText, T> element) {
        text.expect('[');
        var found = new ArrayList<T>(USUAL);
        do {
            text.expect('"');
            found.add(element.apply(text));
        } while (text.takes(','));
        text.expect(']');
        var set = OrderedSet.copyOf(found);
        require(set.size() == found.size());
        return set;
    }
}
