package io.discounts.loadtests.reads;

import io.discounts.loadtests.harness.HtmlReport;
import io.discounts.loadtests.harness.Plot;
import io.discounts.loadtests.reads.Statistics.Requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What became of the requests of each phase of a stress run; its last phase is the one that all must be well in again. */
record StressSteps(List<Phase> phases, Statistics statistics) {
    private static final double LEAST_GOODPUT = 0.90;
    private static final double MOST_FAILED = 0.001;
    private static final List<String> HEADINGS = List.of(
            "phase",
            "asked/s",
            "answered/s",
            "to the best",
            "checkouts failed",
            "checkout p99 ms",
            "checkout p99.9 ms",
            "browse failed",
            "browse p99 ms",
            "shadow failed",
            "failed otherwise than by 503");

    double goodput(Phase phase) {
        return Stream.of(Asking.values())
                        .mapToLong(asking -> of(asking, phase).dealtWith())
                        .sum()
                / (double) phase.seconds();
    }

    /** Of the phase in which most is asked, to the best of all. */
    double goodputAtMost() {
        var most = phases.stream()
                .reduce((some, other) -> other.rate() > some.rate() ? other : some)
                .orElseThrow();
        return goodput(most) / best();
    }

    boolean goodputHolds() {
        return goodputAtMost() >= LEAST_GOODPUT;
    }

    /** As long as checkouts alone are not more than the service can do. */
    boolean checkoutIsUnharmed() {
        return phases.stream().allMatch(phase -> of(Asking.CHECKOUT, phase).shareFailed() <= MOST_FAILED);
    }

    boolean isCalmAfter() {
        return Stream.of(Asking.values())
                .allMatch(asking -> of(asking, phases.getLast()).shareFailed() <= MOST_FAILED);
    }

    void tell(HtmlReport page) {
        page.paragraph(String.format(
                Locale.ROOT,
                "Targets: goodput at the most to the best ≥ %.2f (aim 0.95): %.2f; checkouts that fail ≤ 0.1 %% in every"
                        + " phase: %b; of nobody's requests more in the last phase: %b.",
                LEAST_GOODPUT,
                goodputAtMost(),
                checkoutIsUnharmed(),
                isCalmAfter()));
        page.table(HEADINGS, phases.stream().map(this::row).toList());
        var ticks = phases.stream().map(Phase::name).toList();
        var lines = new ArrayList<Plot.Line>();
        lines.add(line("asked", phase -> phase.rate()));
        lines.add(line("answered", this::goodput));
        for (var asking : Asking.values()) {
            lines.add(line(asking.key(), phase -> of(asking, phase).dealtWith() / (double) phase.seconds()));
        }
        page.plot(new Plot("Requests a second", ticks, lines));
        page.plot(new Plot(
                "p99 of what was answered, ms",
                ticks,
                Stream.of(Asking.values())
                        .map(asking ->
                                line(asking.key(), phase -> of(asking, phase).p99()))
                        .toList()));
    }

    private Plot.Line line(String name, ToDoubleFunction<Phase> value) {
        return new Plot.Line(name, phases.stream().map(value::applyAsDouble).toList());
    }

    private List<String> row(Phase phase) {
        return List.of(
                phase.name(),
                number("%,.0f", phase.rate()),
                number("%,.0f", goodput(phase)),
                number("%.2f", goodput(phase) / best()),
                number("%.2f %%", 100 * of(Asking.CHECKOUT, phase).shareFailed()),
                Long.toString(of(Asking.CHECKOUT, phase).p99()),
                Long.toString(of(Asking.CHECKOUT, phase).p999()),
                number("%.1f %%", 100 * of(Asking.BROWSE, phase).shareFailed()),
                Long.toString(of(Asking.BROWSE, phase).p99()),
                number("%.1f %%", 100 * of(Asking.SHADOW, phase).shareFailed()),
                Long.toString(Stream.of(Asking.values())
                        .mapToLong(asking -> of(asking, phase).broken())
                        .sum()));
    }

    private double best() {
        return phases.stream().mapToDouble(this::goodput).max().orElse(1);
    }

    private Requests of(Asking asking, Phase phase) {
        return statistics.of(asking.during(phase));
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
