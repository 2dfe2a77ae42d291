package io.discounts.sdk.internal.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers as people read them. */
final class Figures {
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Figures() {}

    /** 12,345. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** One call, 2 calls. */
    static String count(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    /** A share in percent, to two digits that count: 0.031 %. */
    static String percent(double share) {
        if (share == 0 || share == 1) {
            return share == 0 ? "0\u00a0%" : "100\u00a0%";
        }
        // What is nearly all must not read as all.
        var mode = share > 0.99 ? new MathContext(4, RoundingMode.DOWN) : new MathContext(2, RoundingMode.HALF_UP);
        return BigDecimal.valueOf(share * 100).round(mode).stripTrailingZeros().toPlainString() + "\u00a0%";
    }

    /** 850 µs, 4.2 ms, 42 ms, 1.3 s. */
    static String duration(Duration duration) {
        var micros = duration.toNanos() / 1_000.0;
        if (micros < 1_000) {
            return Math.round(micros) + "\u00a0µs";
        }
        return micros < 1_000_000 ? twoDigits(micros / 1_000) + "\u00a0ms" : twoDigits(micros / 1_000_000) + "\u00a0s";
    }

    /** 3 d 4 h, 4 h 12 min, 12 min, 34 s. */
    static String span(Duration span) {
        if (span.toDays() > 0) {
            return span.toDays() + " d " + span.toHoursPart() + " h";
        }
        if (span.toHours() > 0) {
            return span.toHours() + " h " + span.toMinutesPart() + " min";
        }
        return span.toMinutes() > 0 ? span.toMinutes() + " min" : span.toSeconds() + " s";
    }

    static String moment(Instant instant) {
        return DAY_AND_TIME.format(instant) + " UTC";
    }

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** A place in a drawing. */
    static String coordinate(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String twoDigits(double value) {
        return value < 10 ? String.format(Locale.ROOT, "%.1f", value) : Long.toString(Math.round(value));
    }
}
