package io.discounts.loadtests.reads;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A time of even load.
 *
 * @param name begins the names of its requests
 * @param rate requests a second, of all kinds together
 */
record Phase(String name, double rate, int seconds) {
    private static final int STEPS = 4;

    /**
     * More and more, up to a rate, as a load balancer's slow start lets on to an instance whose caches are empty.
     *
     * @param seconds of all of it
     */
    static List<Phase> slowStart(String name, double rate, int seconds) {
        return IntStream.rangeClosed(1, STEPS)
                .mapToObj(step -> new Phase(
                        "%s %d".formatted(name, step),
                        rate * step / STEPS,
                        seconds * step / STEPS - seconds * (step - 1) / STEPS))
                .toList();
    }

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
