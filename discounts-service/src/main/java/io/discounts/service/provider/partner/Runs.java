package io.discounts.service.provider.partner;

import io.discounts.service.discount.Rule;
import io.discounts.service.discount.Validity;
import io.discounts.service.discount.Window;
import io.discounts.service.provider.terms.LocalClock;
import io.discounts.service.provider.terms.RefusedValueException;
import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** When a promotion runs, as the clocks in its stores show it. */
record Runs(
        LocalClock timezone, LocalDateTime starts, @Nullable LocalDateTime ends, List<Daily> daily) {
    Runs {
        if (ends != null && ends.isBefore(starts)) {
            throw new RefusedValueException("/ends", "must not be before starts");
        }
    }

    /** A stretch of the day; without weekdays, of every day. */
    record Daily(List<DayOfWeek> weekdays, LocalTime from, LocalTime to) {
        Window toWindow() {
            return new Window(weekdays.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : EnumSet.copyOf(weekdays), from, to);
        }
    }

    Validity toValidity() {
        return new Validity(timezone.firstAt(starts), ends == null ? null : timezone.firstAt(ends));
    }

    Optional<Rule> toSchedule() {
        return daily.isEmpty()
                ? Optional.empty()
                : Optional.of(new Rule.Schedule(
                        timezone.timezone(), daily.stream().map(Daily::toWindow).toList()));
    }
}
