package io.discounts.sdk.internal.page;

import io.discounts.sdk.report.BreakerStep;
import io.discounts.sdk.report.Report;
import io.discounts.sdk.report.Steering.SteppedDown;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import static io.discounts.sdk.internal.page.Parts.cell;
import static io.discounts.sdk.internal.page.Parts.label;
import static io.discounts.sdk.internal.page.Parts.line;
import static io.discounts.sdk.internal.page.Parts.rect;
import static io.discounts.sdk.internal.page.Tag.tag;

/** The breakers' states over time, one band each, and where the guard stepped in. */
final class Timeline {
    private static final int WIDTH = 640;
    private static final double LEFT = 84;
    private static final double ROW = 26;
    private static final double BAND = 14;
    private static final List<String> BREAKERS = List.of("reads", "writes", "shadow");
    private static final List<String> HEADINGS = List.of("when (UTC)", "breaker", "from", "to");

    private final Report report;
    private final Tag drawing;

    private Timeline(Report report) {
        this.report = report;
        this.drawing = Parts.drawing(WIDTH, BREAKERS.size() * ROW + 22, "The breakers' states over time")
                .with("class", "timeline");
    }

    static Tag of(Report report) {
        var section = Parts.section(
                "Breakers",
                "While a breaker is open (red) the service is left alone; half open (amber) it is tried. A line across is a step down of the guard.");
        section.add(new Timeline(report).drawn());
        if (report.breakers().isEmpty()) {
            return section;
        }
        var rows = report.breakers().stream().map(Timeline::cells).toList();
        var steps = tag("span").add(Figures.count(rows.size(), "step", "steps"));
        return section.add(Parts.fold("more", Parts.table(HEADINGS, rows), steps));
    }

    private Tag drawn() {
        for (var row = 0; row < BREAKERS.size(); row++) {
            band(BREAKERS.get(row), row * ROW);
        }
        var bottom = BREAKERS.size() * ROW;
        report.steering().stepDowns().stream()
                .map(SteppedDown::at)
                .forEach(at -> drawing.add(line("limit", x(at), 0, x(at), bottom)));
        return drawing.add(label(LEFT, bottom + 14, "tick", Figures.time(report.since())))
                .add(label(WIDTH, bottom + 14, "tick end", Figures.time(report.until())));
    }

    private void band(String breaker, double top) {
        drawing.add(label(0, top + BAND - 2, "tick", breaker));
        var steps = report.breakers().stream()
                .filter(step -> step.breaker().equals(breaker))
                .toList();
        var state = steps.isEmpty() ? "CLOSED" : steps.get(0).from();
        var from = report.since();
        for (var step : steps) {
            state(state, from, step.at(), top);
            state = step.to();
            from = step.at();
        }
        state(state, from, report.until(), top);
    }

    private void state(String state, Instant from, Instant to, double top) {
        var width = Math.max(1, x(to) - x(from));
        drawing.add(rect("state " + css(state), x(from), top, width, BAND));
    }

    private double x(Instant at) {
        var all = Math.max(1, Duration.between(report.since(), report.until()).toMillis());
        var share = (double) Duration.between(report.since(), at).toMillis() / all;
        return LEFT + (WIDTH - LEFT) * Math.max(0, Math.min(1, share));
    }

    private static String css(String state) {
        return state.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<Tag> cells(BreakerStep step) {
        return List.of(cell(Figures.time(step.at())), cell(step.breaker()), cell(step.from()), cell(step.to()));
    }
}
