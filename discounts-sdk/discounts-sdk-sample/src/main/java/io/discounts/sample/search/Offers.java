package io.discounts.sample.search;

import io.discounts.sample.promotion.Hours;
import io.discounts.sample.promotion.Promotion;
import io.discounts.sdk.model.ListedDiscount;
import io.discounts.sdk.model.Refusal;
import io.discounts.sdk.model.Terms;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The monolith's promotions in the words of the contract. */
public final class Offers {
    /** What the shop sells in, and where. */
    public static final String CURRENCY = "EUR";

    public static final String REGION = "AD";
    public static final ZoneId ZONE = ZoneId.of("Europe/Andorra");

    /** The provider under whose name the service knows the promotions. */
    public static final String PROVIDER = "marketing-campaigns";

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private Offers() {}

    public static String id(Promotion promotion) {
        return PROVIDER + ":" + promotion.number();
    }

    public static BigDecimal percent(Promotion promotion) {
        return BigDecimal.valueOf(promotion.basisPoints(), 2);
    }

    static ListedDiscount listed(Promotion promotion) {
        var category = promotion.terms().category();
        return new ListedDiscount(
                id(promotion),
                PROVIDER,
                promotion.title(),
                CURRENCY,
                new Terms("percentage_off", Map.of("percent", percent(promotion))),
                new Terms("items", category == null ? Map.of() : Map.of("categories", List.of(category))),
                conditions(promotion),
                promotion.until());
    }

    /** A search knows no basket, so the minimum stays open; it knows the time, so the hours do not. */
    private static List<Terms> conditions(Promotion promotion) {
        var minimum = promotion.terms().minimum();
        return minimum == 0 ? List.of() : List.of(new Terms("min_basket", Map.of("amount", minimum)));
    }

    static boolean isInHours(Promotion promotion, Instant at) {
        var hours = promotion.terms().hours();
        return hours == null || hours.contain(LocalDateTime.ofInstant(at, ZONE));
    }

    /** What speaks against a promotion before any other is looked at. */
    static List<Refusal> refusals(Promotion promotion, long basket, Instant at) {
        var refusals = new ArrayList<Refusal>();
        var terms = promotion.terms();
        if (basket < terms.minimum()) {
            refusals.add(new Refusal("min_basket", "below_minimum", terms.minimum(), basket));
        }
        var hours = terms.hours();
        if (hours != null && !isInHours(promotion, at)) {
            refusals.add(new Refusal("schedule", "outside_schedule", List.of(words(hours)), words(at)));
        }
        return refusals;
    }

    /** As {@code MON,TUE 12:00-16:00 Europe/Andorra}. */
    private static String words(Hours hours) {
        var days = hours.days().stream().map(day -> day.name().substring(0, 3)).collect(Collectors.joining(","));
        return "%s %s-%s %s".formatted(days, hours.from(), hours.until(), ZONE.getId());
    }

    /** As {@code SUN 2026-11-22T13:00:00 Europe/Andorra}. */
    private static String words(Instant at) {
        var local = LocalDateTime.ofInstant(at, ZONE);
        return "%s %s %s".formatted(local.getDayOfWeek().name().substring(0, 3), LOCAL.format(local), ZONE.getId());
    }
}
