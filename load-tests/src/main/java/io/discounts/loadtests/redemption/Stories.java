package io.discounts.loadtests.redemption;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What has been told of each redemption of one discount, held against how it stands. */
final class Stories {
    private static final Map<String, List<List<String>>> OF_STATUS = Map.of(
            "HELD", List.of(List.of("held")),
            "CONFIRMED", List.of(List.of("held", "confirmed")),
            "RELEASED", List.of(List.of("held", "released")),
            "EXPIRED", List.of(List.of("held", "expired")),
            "CONFIRMED_LATE", List.of(List.of("held", "expired", "confirmed-late")),
            "COMPENSATED", List.of(List.of("held", "expired", "compensated")),
            "CANCELLED",
                    List.of(
                            List.of("held", "confirmed", "cancelled"),
                            List.of("held", "expired", "confirmed-late", "cancelled")));

    private final Map<String, List<String>> told = new HashMap<>();

    /** Takes events in the order in which they were heard. */
    static Stories of(Iterable<RedemptionEvent> events) {
        var stories = new Stories();
        for (var event : events) {
            stories.told
                    .computeIfAbsent(event.redemption(), first -> new ArrayList<>())
                    .add(event.word());
        }
        return stories;
    }

    /** Redemptions of which something else was told than has become of them; empty if all is consistent. */
    List<String> inconsistentWith(Map<String, String> statuses) {
        var inconsistent = new ArrayList<String>();
        statuses.forEach((redemption, status) -> {
            var story = told.getOrDefault(redemption, List.of());
            if (!OF_STATUS.getOrDefault(status, List.of()).contains(story)) {
                inconsistent.add("%s is %s and was told to be %s".formatted(redemption, status, story));
            }
        });
        told.keySet().stream()
                .filter(redemption -> !statuses.containsKey(redemption))
                .forEach(redemption -> inconsistent.add(redemption + " was told of and does not exist"));
        return inconsistent;
    }
}
