package io.discounts.service.catalog;

import io.discounts.service.discount.Validity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * When a discount ends, as the index of scope keys has it: in UTC and whole milliseconds, never earlier than the discount says, for
 * that would hide it.
 */
public final class EndColumn {
    private static final Duration GRAIN = Duration.ofMillis(1);
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

    /** What never ends, and what ends in the last of the years that the column can hold. */
    private static final Instant ENDLESS = Instant.parse("9999-12-31T23:59:59.999Z");

    /** Later than what a whole sheet leaves out: the column holds no years before 1000. */
    private static final Instant EARLIEST = RawSheet.ALWAYS.plus(GRAIN);

    private EndColumn() {}

    /** The value of the column. */
    static LocalDateTime of(Validity validity) {
        var until = validity.until();
        return utc(until == null ? ENDLESS : within(roundedUp(until)));
    }

    /** The same as statements and {@code LOAD DATA} read it. */
    public static String written(Validity validity) {
        return WRITTEN.format(of(validity));
    }

    /** What the column is compared with. */
    static LocalDateTime since(Instant since) {
        return utc(since.truncatedTo(ChronoUnit.MILLIS));
    }

    private static Instant roundedUp(Instant until) {
        var floor = until.truncatedTo(ChronoUnit.MILLIS);
        return floor.equals(until) ? floor : floor.plus(GRAIN);
    }

    private static Instant within(Instant end) {
        if (end.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return end.isAfter(ENDLESS) ? ENDLESS : end;
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
