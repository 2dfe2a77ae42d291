package io.discounts.service.discount.json;

import io.discounts.service.discount.Rule;
import io.discounts.service.discount.Window;
import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import static io.discounts.service.discount.json.CanonicalText.literal;
import static io.discounts.service.discount.json.CanonicalText.require;

/** Rules as {@link RuleJson} writes them. */
final class CanonicalRules {
    private static final int SHARED_BITS = 14;
    private static final KnownTexts<Rule> SHARED = new KnownTexts<>(SHARED_BITS);
    private static final KnownNames<String> TYPES = new KnownNames<>(type -> type);
    private static final KnownNames<ZoneId> TIMEZONES = new KnownNames<>(TimeJson::timezone);
    private static final KnownNames<LocalTime> TIMES = new KnownNames<>(TimeJson::localTime);
    private static final KnownNames<DayOfWeek> DAYS = new KnownNames<>(TimeJson::day);
    private static final byte[] TYPE = literal("{\"type\":\"");
    private static final byte[] AMOUNT = literal("\"amount\":");
    private static final byte[] QUANTITY = literal("\"quantity\":");
    private static final byte[] ANY_OF = literal("\"anyOf\":");
    private static final byte[] NONE_OF = literal("\"noneOf\":");
    private static final byte[] MIN = literal("\"min\":");
    private static final byte[] MAX = literal("\"max\":");
    private static final byte[] TIMEZONE = literal("\"timezone\":\"");
    private static final byte[] WINDOWS = literal("\"windows\":[");
    private static final byte[] WINDOW_DAYS = literal("{\"days\":[");
    private static final byte[] FROM = literal("],\"from\":\"");
    private static final byte[] UNTIL = literal(",\"until\":\"");

    private CanonicalRules() {}

    /** One object for all that say the same, so that it is near whoever decides; who is named is named by a few alone. */
    static Rule rule(CanonicalText text) {
        int from = text.position();
        var rule = read(text);
        return rule instanceof Rule.Customer ? rule : text.shared(SHARED, from, rule);
    }

    private static Rule read(CanonicalText text) {
        text.expect(TYPE);
        var rule = switch (text.known(TYPES)) {
            case "min_basket" -> minBasket(text);
            case "min_quantity" -> minQuantity(text);
            case "segment" -> new Rule.Segment(anyOf(text), CanonicalScalars.names(text, NONE_OF));
            case "order_count" -> new Rule.OrderCount(count(text, MIN), count(text, MAX));
            case "schedule" -> schedule(text);
            case "payment_method" -> new Rule.PaymentMethod(anyOf(text));
            case "platform" -> new Rule.Platform(anyOf(text));
            case "fulfilment" -> new Rule.Fulfilment(anyOf(text));
            case "customer" -> new Rule.Customer(CanonicalScalars.rareNames(text, ANY_OF));
            default -> throw new CanonicalText.OtherTextException();
        };
        text.expect('}');
        return rule;
    }

    private static Rule minBasket(CanonicalText text) {
        require(text.takesField(AMOUNT));
        return new Rule.MinBasket(CanonicalScalars.money(text), CanonicalSelections.selection(text));
    }

    private static Rule minQuantity(CanonicalText text) {
        require(text.takesField(QUANTITY));
        return new Rule.MinQuantity(text.int32(), CanonicalSelections.selection(text));
    }

    private static Set<String> anyOf(CanonicalText text) {
        return CanonicalScalars.names(text, ANY_OF);
    }

    private static @Nullable Integer count(CanonicalText text, byte[] field) {
        return text.takesField(field) ? text.int32() : null;
    }

    private static Rule schedule(CanonicalText text) {
        require(text.takesField(TIMEZONE));
        var timezone = text.known(TIMEZONES);
        require(text.takesField(WINDOWS));
        List<Window> windows = new ArrayList<>();
        do {
            windows.add(window(text));
        } while (text.takes(','));
        text.expect(']');
        return new Rule.Schedule(timezone, windows);
    }

    private static Window window(CanonicalText text) {
        text.expect(WINDOW_DAYS);
        var days = days(text);
        text.expect(FROM);
        var from = text.known(TIMES);
        text.expect(UNTIL);
        var until = text.known(TIMES);
        text.expect('}');
        return new Window(days, from, until);
    }

    /** In the week's order. */
    private static Set<DayOfWeek> days(CanonicalText text) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        int last = 0;
        do {
            text.expect('"');
            var day = text.known(DAYS);
            require(day.getValue() > last);
            last = day.getValue();
            days.add(day);
        } while (text.takes(','));
        return days;
    }
}
