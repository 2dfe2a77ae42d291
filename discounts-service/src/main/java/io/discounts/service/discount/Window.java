package io.discounts.service.discount;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A weekly stretch {@code [from, until)} of local time. If {@code until} is not after {@code from} it runs into the next
 * day, and {@code days} names the day it starts on. Both are whole minutes.
 */
public record Window(Set<DayOfWeek> days, LocalTime from, LocalTime until) {
    public Window {
        Checks.check(!days.isEmpty(), "days must not be empty");
        days = copyOf(days);
        wholeMinutes(from, "from");
        wholeMinutes(until, "until");
    }

    /** Whether the local moment lies in this window; skipped local times never occur, repeated ones count twice. */
    public boolean contains(LocalDateTime moment) {
        var time = moment.toLocalTime();
        var day = moment.getDayOfWeek();
        if (from.isBefore(until)) {
            return days.contains(day) && !time.isBefore(from) && time.isBefore(until);
        }
        return (days.contains(day) && !time.isBefore(from)) || (days.contains(day.minus(1)) && time.isBefore(until));
    }

    private static void wholeMinutes(LocalTime time, String what) {
        Checks.check(time.truncatedTo(ChronoUnit.MINUTES).equals(time), what, " must be a whole minute");
    }

    /** Keeps the week's order, whatever order the days were told in. */
    private static Set<DayOfWeek> copyOf(Collection<DayOfWeek> days) {
        return Collections.unmodifiableSet(EnumSet.copyOf(days));
    }
}
