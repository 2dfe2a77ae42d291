package io.discounts.service.eligibility;

import io.discounts.service.discount.Rule;
import io.discounts.service.discount.Window;

import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME;

/** Tells schedules to people. */
final class Schedules {
    private Schedules() {}

    /** Each window as {@code MON,TUE 12:00-16:00 Europe/Madrid}. */
    static Told windows(Rule.Schedule schedule) {
        return new Told.Texts(schedule.windows().stream()
                .map(window -> tell(window) + " " + schedule.timezone().getId())
                .toList());
    }

    /** The moment decided for, as {@code SUN 2026-11-22T13:00:00 Europe/Madrid}. */
    static Told moment(Rule.Schedule schedule, Facts facts) {
        var local = Rules.localTime(schedule, facts).truncatedTo(ChronoUnit.SECONDS);
        return new Told.Text(day(local.getDayOfWeek().name()) + " " + ISO_LOCAL_DATE_TIME.format(local) + " "
                + schedule.timezone().getId());
    }

    private static String tell(Window window) {
        var days = window.days().stream().map(day -> day(day.name())).collect(Collectors.joining(","));
        return days + " " + window.from() + "-" + window.until();
    }

    private static String day(String name) {
        return name.substring(0, 3);
    }
}
