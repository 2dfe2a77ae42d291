package io.discounts.loadtests.reads;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

/**
 * A row of the table: one contender beside another, measured in turn so that both have the same machine.
 *
 * @param aim of the ratio of their rates
 * @param least below which it must never be
 */
record Comparison(String what, Contender of, String to, Contender beside, double aim, double least) {
    static final List<String> HEADINGS =
            List.of("what", "to", "aim", "never below", "ratio", "answers/s", "of the other", "CPU µs", "of the other");

    Comparison measured(Duration warmUp, int rounds, Duration turn) throws ExecutionException, InterruptedException {
        of.warmUp(warmUp);
        beside.warmUp(warmUp);
        for (int i = 0; i < rounds; i++) {
            of.measure(turn);
            beside.measure(turn);
        }
        return this;
    }

    double ratio() {
        return of.rate() / beside.rate();
    }

    List<String> cells() {
        return List.of(
                what,
                to,
                number("%.2f", aim),
                number("%.2f", least),
                number("%.2f", ratio()),
                number("%,.0f", of.rate()),
                number("%,.0f", beside.rate()),
                number("%.0f", of.cpuMicros()),
                number("%.0f", beside.cpuMicros()));
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
