package io.discounts.service.provider.campaign;

import io.discounts.service.discount.Rule;
import io.discounts.service.discount.Validity;
import io.discounts.service.discount.Window;
import io.discounts.service.provider.terms.LocalClock;
import io.discounts.service.provider.terms.RefusedValueException;
import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;

/** From when until when a campaign runs, and at what hours. */
record Flight(Instant from, @Nullable Instant to, @Nullable Hours hours) {
    Flight {
        if (to != null && to.isBefore(from)) {
            throw new RefusedValueException("/to", "must not be before from");
        }
    }

    /** Hours of the week in local time. */
    record Hours(LocalClock timezone, List<Slot> slots) {
        Rule toRule() {
            return new Rule.Schedule(
                    timezone.timezone(), slots.stream().map(Slot::toWindow).toList());
        }
    }

    /** A stretch that begins on each of the days. */
    record Slot(List<DayOfWeek> days, LocalTime from, LocalTime to) {
        Window toWindow() {
            return new Window(EnumSet.copyOf(days), from, to);
        }
    }

    Validity toValidity() {
        return new Validity(from, to);
    }
}
