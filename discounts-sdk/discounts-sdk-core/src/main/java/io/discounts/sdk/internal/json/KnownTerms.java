package io.discounts.sdk.internal.json;

import io.discounts.sdk.model.Terms;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The terms of the contract that this version knows. A discount with others is not shown: a promise that nobody here
 * understands is worse than none.
 */
final class KnownTerms {
    private static final Set<String> EFFECTS =
            Set.of("percentage_off", "amount_off", "fixed_price", "buy_x_get_y", "bundle_price");
    private static final Set<String> TARGETS = Set.of("items", "delivery_fee", "service_fee");
    private static final Set<String> CONDITIONS = Set.of(
            "min_basket",
            "min_quantity",
            "segment",
            "order_count",
            "schedule",
            "payment_method",
            "platform",
            "fulfilment",
            "customer");
    private static final Set<String> PER = Set.of("target", "unit");
    private static final Set<String> DAYS = Set.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    private KnownTerms() {}

    static boolean effect(Terms effect) {
        return EFFECTS.contains(effect.type())
                && PER.contains(effect.values().getOrDefault("per", "unit").toString());
    }

    static boolean target(Terms target) {
        return TARGETS.contains(target.type());
    }

    static boolean condition(Terms condition) {
        return CONDITIONS.contains(condition.type())
                && (!condition.type().equals("schedule")
                        || knowsDays(condition.values().get("windows")));
    }

    private static boolean knowsDays(@Nullable Object windows) {
        return windows instanceof List<?> list
                && list.stream()
                        .allMatch(window -> window instanceof Map<?, ?> map
                                && map.get("days") instanceof List<?> days
                                && DAYS.containsAll(days));
    }
}
