package io.discounts.service.eligibility;

import io.discounts.service.discount.PlainInstant;
import io.discounts.service.discount.Rule;
import io.discounts.service.discount.Window;
import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;

/** What a reason tells of what was asked for and of what was found. */
public sealed interface Told {
    /** An amount in minor units, a count of units, orders or uses. */
    record Quantity(long value) implements Told {}

    record Text(String value) implements Told {}

    record Texts(List<String> values) implements Told {
        public Texts {
            values = List.copyOf(values);
        }

        static Texts of(Collection<String> values) {
            return new Texts(List.copyOf(values));
        }

        /** For values whose order means nothing. */
        static Texts sorted(Collection<String> values) {
            return values.size() < 2
                    ? of(values)
                    : new Texts(values.stream().sorted().toList());
        }
    }

    /** Both inclusive; an absent one does not bind. */
    record Bounds(@Nullable Integer min, @Nullable Integer max) implements Told {}

    /** When it may be. Put into words only where it is read. */
    record Opening(Rule.Schedule schedule) implements Told {
        /** Tells one of its windows as {@code MON,TUE 12:00-16:00 Europe/Madrid}. */
        public void tell(Window window, Words words) {
            var before = "";
            for (var day : window.days()) {
                words.plain(before).plain(abbreviated(day));
                before = ",";
            }
            words.plain(" ")
                    .plain(window.from().toString())
                    .plain("-")
                    .plain(window.until().toString());
            words.plain(" ").plain(schedule.timezone().getId());
        }
    }

    /** When it is. */
    record Moment(LocalDateTime local, ZoneId timezone) implements Told {
        private static final int TYPICAL_WORDS = 64;

        /** As {@code SUN 2026-11-22T13:00:00 Europe/Madrid}. */
        public String words() {
            var words = new StringBuilder(TYPICAL_WORDS).append(abbreviated(local.getDayOfWeek()));
            PlainInstant.appendSeconds(words.append(' '), local);
            return words.append(' ').append(timezone.getId()).toString();
        }
    }

    private static String abbreviated(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> "MON";
            case TUESDAY -> "TUE";
            case WEDNESDAY -> "WED";
            case THURSDAY -> "THU";
            case FRIDAY -> "FRI";
            case SATURDAY -> "SAT";
            case SUNDAY -> "SUN";
        };
    }
}
