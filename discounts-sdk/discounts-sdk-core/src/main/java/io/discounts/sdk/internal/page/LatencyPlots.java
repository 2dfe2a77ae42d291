package io.discounts.sdk.internal.page;

import io.discounts.sdk.report.Latency;
import io.discounts.sdk.report.Report;

import static io.discounts.sdk.internal.page.Parts.label;
import static io.discounts.sdk.internal.page.Parts.line;
import static io.discounts.sdk.internal.page.Tag.tag;

/** For each operation the two sides' latencies, the local search's above the line, the service's mirrored below it. */
final class LatencyPlots {
    private static final int WIDTH = 640;
    private static final double MIDDLE = 84;
    private static final double TALLEST = 58;
    private static final double BOTTOM = 2 * MIDDLE;

    private LatencyPlots() {}

    static Tag of(Report report) {
        var plots = tag("div", "plots");
        report.latencies().forEach(sides -> plots.add(figure(sides)));
        return Parts.section(
                        "How long each side takes",
                        "The local search above the line, the service below it; calls that ran into their deadline are among them.")
                .add(plots);
    }

    private static Tag figure(Report.SideBySide sides) {
        var caption = tag("figcaption")
                .add(tag("b").add(Words.title(sides.operation())))
                .add(key("control", "local", sides.control()))
                .add(key("candidate", "service", sides.candidate()));
        return tag("figure").add(caption).add(plot(sides));
    }

    private static Tag key(String css, String side, Latency latency) {
        var figures = latency.calls() == 0
                ? side + ": not asked"
                : side + ": p50 " + Figures.duration(latency.p50()) + ", p99 " + Figures.duration(latency.p99()) + ", "
                        + Figures.count(latency.calls(), "call", "calls");
        return tag("span", "key " + css).add(figures);
    }

    private static Tag plot(Report.SideBySide sides) {
        var axis = Axis.over(sides.control(), sides.candidate(), WIDTH);
        var drawing = Parts.drawing(WIDTH, BOTTOM + 16, "Latency of " + Words.plural(sides.operation()));
        axis.decades()
                .forEach(decade -> drawing.add(line("grid", axis.x(decade), 8, axis.x(decade), BOTTOM))
                        .add(label(axis.x(decade), BOTTOM + 12, "tick middle", Figures.duration(decade))));
        side(drawing, axis, sides.control(), "control", -1);
        side(drawing, axis, sides.candidate(), "candidate", 1);
        return drawing.add(line("axis", 0, MIDDLE, WIDTH, MIDDLE));
    }

    /**
     * One side.
     *
     * @param direction -1 up, 1 down
     */
    private static void side(Tag drawing, Axis axis, Latency latency, String css, int direction) {
        if (latency.calls() == 0) {
            return;
        }
        drawing.add(tag("path", "area " + css).with("d", area(axis.density(latency), direction)));
        quantile(drawing, axis.x(latency.p50()), css, direction, "p50");
        quantile(drawing, axis.x(latency.p99()), css, direction, "p99");
    }

    private static void quantile(Tag drawing, double x, String css, int direction, String name) {
        var end = MIDDLE + direction * (TALLEST + 8);
        drawing.add(line("quantile " + css, x, MIDDLE, x, end))
                .add(label(x + 4, direction < 0 ? end + 8 : end, "tick", name));
    }

    private static String area(double[] density, int direction) {
        var step = (double) WIDTH / density.length;
        var path = new StringBuilder("M0 ").append(Figures.coordinate(MIDDLE));
        for (var i = 0; i < density.length; i++) {
            var y = MIDDLE + direction * TALLEST * density[i];
            path.append('L')
                    .append(Figures.coordinate((i + 0.5) * step))
                    .append(' ')
                    .append(Figures.coordinate(y));
        }
        return path.append("L" + WIDTH + " ")
                .append(Figures.coordinate(MIDDLE))
                .append('Z')
                .toString();
    }
}
