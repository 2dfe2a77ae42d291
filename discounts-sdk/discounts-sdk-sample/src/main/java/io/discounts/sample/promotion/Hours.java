package io.discounts.sample.promotion;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Hours of the shop's own day in which a promotion counts: {@code [from, until)}, whole minutes, never past midnight. */
public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime until) {
    public Hours {
        Require.that(!days.isEmpty(), "hours need a day");
        Require.that(from.isBefore(until), "hours must end after they begin, on the same day");
        Require.that(isWholeMinute(from) && isWholeMinute(until), "hours must be whole minutes");
        days = Collections.unmodifiableSet(EnumSet.copyOf(days));
    }

    public boolean contain(LocalDateTime local) {
        var time = local.toLocalTime();
        return days.contains(local.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(until);
    }

    private static boolean isWholeMinute(LocalTime time) {
        return time.truncatedTo(ChronoUnit.MINUTES).equals(time);
    }
}
