package io.discounts.loadtests.reads;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A time of even load.
 *
 * @param name begins the names of its requests
 * @param rate requests a second, of all kinds together
 */
record Phase(String name, double rate, int seconds) {
    /** Reads what {@link #toText} has written. */
    static List<Phase> parse(String text) {
        return Stream.of(text.split(";")).map(Phase::parseOne).toList();
    }

    static String toText(List<Phase> phases) {
        return String.join(";", phases.stream().map(Phase::text).toList());
    }

    private String text() {
        return String.format(Locale.ROOT, "%s,%.3f,%d", name, rate, seconds);
    }

    private static Phase parseOne(String text) {
        var parts = List.of(text.split(","));
        return new Phase(parts.get(0), Double.parseDouble(parts.get(1)), Integer.parseInt(parts.get(2)));
    }
}
