package io.discounts.service.discount.json;

import io.discounts.service.discount.PlainInstant;
import tools.jackson.core.JsonParser;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** Instants as RFC 3339 in UTC, local times as {@code HH:mm}, days as {@code MON}. */
final class TimeJson {
    private static final String DAYS = "MONTUEWEDTHUFRISATSUN";
    private static final int DAY_LETTERS = 3;

    private TimeJson() {}

    static Instant instant(JsonParser json) {
        var written = JsonInput.string(json);
        try {
            return PlainInstant.isOne(written) ? PlainInstant.read(written) : Instant.parse(written);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be an RFC 3339 instant", e);
        }
    }

    static ZoneId timezone(JsonParser json) {
        return timezone(JsonInput.string(json));
    }

    static ZoneId timezone(String written) {
        try {
            return ZoneId.of(written);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be an IANA timezone name", e);
        }
    }

    static DayOfWeek day(JsonParser json) {
        return day(JsonInput.string(json));
    }

    static DayOfWeek day(String written) {
        int at = written.length() == DAY_LETTERS ? DAYS.indexOf(written) : -1;
        if (at < 0 || at % DAY_LETTERS != 0) {
            throw new IllegalArgumentException("must be a day, MON to SUN");
        }
        return DayOfWeek.of(at / DAY_LETTERS + 1);
    }

    static String written(DayOfWeek day) {
        int at = (day.getValue() - 1) * DAY_LETTERS;
        return DAYS.substring(at, at + DAY_LETTERS);
    }

    static LocalTime localTime(JsonParser json) {
        return localTime(JsonInput.string(json));
    }

    static LocalTime localTime(String written) {
        try {
            if (hasShape(written, "00:00")) {
                return LocalTime.of(number(written, 0, 2), number(written, 3, 5));
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a time, 00:00 to 23:59", e);
        }
        throw new IllegalArgumentException("must be a time, 00:00 to 23:59");
    }

    /** Whether it has a digit where the shape has a zero, and the shape's character elsewhere. */
    private static boolean hasShape(String written, String shape) {
        if (written.length() != shape.length()) {
            return false;
        }
        for (int i = 0; i < shape.length(); i++) {
            char actual = written.charAt(i);
            boolean fits = shape.charAt(i) == '0' ? actual >= '0' && actual <= '9' : actual == shape.charAt(i);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static int number(String written, int from, int until) {
        return Integer.parseInt(written, from, until, 10);
    }
}
