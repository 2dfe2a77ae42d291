package io.discounts.loadtests.harness;

import com.google.errorprone.annotations.FormatMethod;

import java.time.Duration;
import java.util.Locale;

/** What a run prints, each line with the seconds since it began. */
public final class Report {
    private final long began = System.nanoTime();

    @FormatMethod
    public void line(String format, Object... values) {
        var seconds = elapsed().toMillis() / 1e3;
        System.out.printf(Locale.ROOT, "%7.1f s  %s%n", seconds, String.format(Locale.ROOT, format, values));
    }

    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
