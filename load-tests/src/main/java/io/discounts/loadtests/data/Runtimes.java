package io.discounts.loadtests.data;

import io.discounts.service.discount.Rule;
import io.discounts.service.discount.Validity;
import io.discounts.service.discount.Window;
import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** When offers run: most for a week or two, soon after they were told, so that of a year's about a twelfth run at a time. */
final class Runtimes {
    /** No country changes its clocks at this hour. */
    private static final LocalTime MORNING = LocalTime.of(6, 0);

    private static final int ENDLESS = Integer.MAX_VALUE;
    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.range(DayOfWeek.FRIDAY, DayOfWeek.SUNDAY);
    private static final Set<DayOfWeek> ALL_DAYS = EnumSet.allOf(DayOfWeek.class);

    private Runtimes() {}

    static Validity validity(Draft draft) {
        var begins = draft.chance().between(1, 7);
        var lasts = days(draft.chance());
        return new Validity(morning(draft, begins), lasts == ENDLESS ? null : morning(draft, begins + lasts));
    }

    /** Few never end: after years there would be more of them than of all others that run. */
    private static int days(Chance chance) {
        return switch (chance.weighted(576, 384, 36, 4)) {
            case 0 -> chance.between(3, 14);
            case 1 -> chance.between(14, 70);
            case 2 -> chance.between(90, 400);
            default -> ENDLESS;
        };
    }

    static Rule.Schedule schedule(Draft draft) {
        return new Rule.Schedule(draft.country().timezone(), windows(draft.chance()));
    }

    /** The moment as the country's clocks show it, without seconds. */
    static @Nullable String local(Country country, @Nullable Instant moment) {
        return moment == null
                ? null
                : moment.atZone(country.timezone()).toLocalDateTime().toString();
    }

    private static List<Window> windows(Chance chance) {
        return switch (chance.weighted(40, 25, 20, 15)) {
            case 0 -> List.of(window(WEEKDAYS, 12, 16));
            case 1 -> List.of(window(WEEKEND, 20, 2));
            case 2 -> List.of(window(ALL_DAYS, 8, 11));
            default -> List.of(window(WEEKDAYS, 11, 14), window(WEEKEND, 18, 23));
        };
    }

    private static Window window(Set<DayOfWeek> days, int from, int until) {
        return new Window(days, LocalTime.of(from, 0), LocalTime.of(until, 30));
    }

    private static Instant morning(Draft draft, int daysLater) {
        return draft.time()
                .atZone(draft.country().timezone())
                .toLocalDate()
                .plusDays(daysLater)
                .atTime(MORNING)
                .atZone(draft.country().timezone())
                .toInstant();
    }
}
