package io.discounts.service.eligibility.unlock;

import io.discounts.service.discount.Rule;
import io.discounts.service.discount.Window;
import io.discounts.service.discount.fixtures.DiscountFixtures;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Against asking minute by minute, around nights in which clocks change. */
class NextOpeningPropertyTest {
    @Property(tries = 300)
    void isTheFirstMinuteThatEverySchedulesWindowsHold(
            @ForAll("schedules") List<Rule.Schedule> schedules, @ForAll("moments") Instant at) {
        var discount = DiscountFixtures.aDiscount()
                .rules(schedules.toArray(Rule[]::new))
                .validFrom("2026-01-01T00:00:00Z")
                .build();

        assertThat(NextOpening.of(discount, at)).isEqualTo(minuteByMinute(schedules, at));
    }

    @Provide
    static Arbitrary<List<Rule.Schedule>> schedules() {
        var days = Arbitraries.of(DayOfWeek.class).set().ofMinSize(1).ofMaxSize(3);
        var times = Arbitraries.of("00:00", "01:30", "02:00", "02:15", "02:30", "03:00", "12:15", "23:30")
                .map(LocalTime::parse);
        var windows = Combinators.combine(days, times, times).as(Window::new);
        var zones = Arbitraries.of("Europe/Madrid", "America/Santiago", "Australia/Lord_Howe", "Asia/Kathmandu")
                .map(ZoneId::of);
        return Combinators.combine(zones, windows.list().ofMinSize(1).ofMaxSize(2))
                .as(Rule.Schedule::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(2);
    }

    @Provide
    static Arbitrary<Instant> moments() {
        var nights = Arbitraries.of(
                "2026-03-27T00:00:00Z", "2026-04-03T00:00:00Z", "2026-09-04T00:00:00Z", "2026-10-23T00:00:00Z");
        return Combinators.combine(nights, Arbitraries.integers().between(0, 4 * 24 * 60 * 60))
                .as((night, seconds) -> Instant.parse(night).plusSeconds(seconds));
    }

    private static @Nullable List<FactChange> minuteByMinute(List<Rule.Schedule> schedules, Instant at) {
        if (allOpen(schedules, at)) {
            return List.of();
        }
        var minute = at.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        for (; minute.isBefore(at.plus(NextOpening.HORIZON)); minute = minute.plus(1, ChronoUnit.MINUTES)) {
            if (allOpen(schedules, minute)) {
                return List.of(new FactChange.OrderAt(minute));
            }
        }
        return null;
    }

    private static boolean allOpen(List<Rule.Schedule> schedules, Instant moment) {
        return schedules.stream().allMatch(schedule -> {
            var local = LocalDateTime.ofInstant(moment, schedule.timezone());
            return schedule.windows().stream().anyMatch(window -> window.contains(local));
        });
    }
}
