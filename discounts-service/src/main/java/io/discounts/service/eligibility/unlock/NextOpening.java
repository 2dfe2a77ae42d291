package io.discounts.service.eligibility.unlock;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Rule;
import io.discounts.service.discount.Validity;
import io.discounts.service.discount.Window;
import io.discounts.service.eligibility.EvenTime;
import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** The next instant that lies in a window of every schedule of a discount. */
final class NextOpening {
    static final Duration HORIZON = Duration.ofDays(56);

    private final List<Rule.Schedule> schedules;
    private final Instant end;

    private NextOpening(List<Rule.Schedule> schedules, Instant end) {
        this.schedules = schedules;
        this.end = end;
    }

    /** Empty: {@code at} is such an instant; absent: there is none within eight weeks and the discount's validity. */
    static @Nullable List<FactChange> of(Discount discount, Instant at) {
        var schedules = new ArrayList<Rule.Schedule>(0);
        for (var rule : discount.rules()) {
            if (rule instanceof Rule.Schedule schedule) {
                schedules.add(schedule);
            }
        }
        if (schedules.isEmpty()) {
            return List.of();
        }
        var opening = new NextOpening(schedules, end(discount.validity(), at)).from(at);
        if (opening == null) {
            return null;
        }
        return opening.equals(at) ? List.of() : List.of(new FactChange.OrderAt(opening));
    }

    private static Instant end(Validity validity, Instant at) {
        var horizon = at.plus(HORIZON);
        var until = validity.until();
        return until == null || horizon.isBefore(until) ? horizon : until;
    }

    /** Each schedule in turn moves the moment on to its own next window, until none of them has to. */
    private @Nullable Instant from(Instant at) {
        Instant moment = at;
        for (int agreed = 0, i = 0; agreed < schedules.size(); i = (i + 1) % schedules.size()) {
            var next = next(schedules.get(i), moment);
            if (next == null) {
                return null;
            }
            agreed = next.equals(moment) ? agreed + 1 : 1;
            moment = next;
        }
        return moment;
    }

    /** Between two changes of the clock local time runs evenly, so windows begin where the calendar says. */
    private @Nullable Instant next(Rule.Schedule schedule, Instant from) {
        for (Instant moment = from; moment.isBefore(end); ) {
            var stretch = EvenTime.in(schedule.timezone(), moment);
            var opening = next(schedule, stretch.local(moment)).toInstant(stretch.offset());
            if (opening.isBefore(stretch.until())) {
                return opening.isBefore(end) ? opening : null;
            }
            moment = stretch.until();
        }
        return null;
    }

    /** The local time itself if a window is open. */
    private static LocalDateTime next(Rule.Schedule schedule, LocalDateTime local) {
        LocalDateTime earliest = LocalDateTime.MAX;
        for (var window : schedule.windows()) {
            if (window.contains(local)) {
                return local;
            }
            var start = start(window, local);
            earliest = start.isBefore(earliest) ? start : earliest;
        }
        return earliest;
    }

    private static LocalDateTime start(Window window, LocalDateTime local) {
        var start = local.toLocalDate().atTime(window.from());
        for (int i = 0; i <= DayOfWeek.values().length; i++) {
            var later = start.plusDays(i);
            if (window.days().contains(later.getDayOfWeek()) && !later.isBefore(local)) {
                return later;
            }
        }
        throw new IllegalStateException("a window starts every week");
    }
}
