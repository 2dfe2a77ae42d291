package io.discounts.service.discount;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * Instants as most are written, {@code 2026-11-22T10:00:00Z}, perhaps with decimals of the second. Reading them takes a tenth
 * of what {@link Instant#parse} does, which reads all others; both come to the same, and so it is with writing.
 */
public final class PlainInstant {
    private static final String SECONDS = "0000-00-00T00:00:00";
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int DECIMALS = 9;
    private static final int LAST_PLAIN_YEAR = 9999;
    private static final long YEAR_0 = -62_167_219_200L;
    private static final long YEAR_10000 = 253_402_300_800L;

    private PlainInstant() {}

    /** Whether it is written like this; the day or the time may not exist all the same. */
    public static boolean isOne(String written) {
        int seconds = SECONDS.length();
        int last = written.length() - 1;
        if (last < seconds || written.charAt(last) != 'Z' || !hasShape(written, SECONDS)) {
            return false;
        }
        return last == seconds || (written.charAt(seconds) == '.' && areDecimals(written, seconds + 1, last));
    }

    /**
     * Reads any instant.
     *
     * @throws DateTimeException if {@link Instant#parse} reads none there
     */
    public static Instant parse(String written) {
        if (isOne(written)) {
            try {
                return read(written);
            } catch (DateTimeException lessPlain) {
                // 24:00 and leap seconds are for the other reader to know.
            }
        }
        return Instant.parse(written);
    }

    /**
     * Reads what {@link #isOne}.
     *
     * @throws DateTimeException if there is no such day or time
     */
    public static Instant read(String written) {
        var date = LocalDate.of(number(written, 0, 4), number(written, 5, 7), number(written, 8, 10));
        var time = LocalTime.of(number(written, 11, 13), number(written, 14, 16), number(written, 17, 19));
        return Instant.ofEpochSecond(date.toEpochDay() * SECONDS_PER_DAY + time.toSecondOfDay(), nanos(written));
    }

    /** What {@link Instant#toString} writes, without its formatter. */
    public static String written(Instant at) {
        long second = at.getEpochSecond();
        if (at.getNano() != 0 || second < YEAR_0 || second >= YEAR_10000) {
            return at.toString();
        }
        var written = new StringBuilder(SECONDS.length() + 1);
        appendSeconds(written, LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC));
        return written.append('Z').toString();
    }

    /** Writes day and time as {@code 2026-11-22T10:00:00}, leaving decimals out. */
    public static void appendSeconds(StringBuilder written, LocalDateTime local) {
        appendDay(written, local.getYear(), local);
        appendTwoDigits(written.append('T'), local.getHour());
        appendTwoDigits(written.append(':'), local.getMinute());
        appendTwoDigits(written.append(':'), local.getSecond());
    }

    private static void appendDay(StringBuilder written, int year, LocalDateTime local) {
        if (year < 0 || year > LAST_PLAIN_YEAR) {
            written.append(local.toLocalDate());
            return;
        }
        appendTwoDigits(written, year / 100);
        appendTwoDigits(written, year % 100);
        appendTwoDigits(written.append('-'), local.getMonthValue());
        appendTwoDigits(written.append('-'), local.getDayOfMonth());
    }

    private static void appendTwoDigits(StringBuilder written, int number) {
        written.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /** Whether it begins with a digit where the shape has a zero, and with the shape's character elsewhere. */
    private static boolean hasShape(String written, String shape) {
        for (int i = 0; i < shape.length(); i++) {
            char actual = written.charAt(i);
            if (shape.charAt(i) == '0' ? !isDigit(actual) : actual != shape.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean areDecimals(String written, int from, int until) {
        if (from == until || until - from > DECIMALS) {
            return false;
        }
        for (int i = from; i < until; i++) {
            if (!isDigit(written.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static int nanos(String written) {
        int from = SECONDS.length() + 1;
        int until = written.length() - 1;
        if (from > until) {
            return 0;
        }
        int nanos = number(written, from, until);
        for (int decimals = until - from; decimals < DECIMALS; decimals++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static int number(String written, int from, int until) {
        return Integer.parseInt(written, from, until, 10);
    }
}
