package io.discounts.loadtests.harness;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Lines over what they have in common, as SVG.
 *
 * @param ticks what stands below each point
 */
public record Plot(String title, List<String> ticks, List<Line> lines) {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 320;
    private static final int MARGIN = 60;
    private static final int GRID_LINES = 5;
    private static final List<String> COLOURS = List.of("#1b6ca8", "#c8553d", "#588157", "#8e6bbf", "#d4a017");

    /** One of them, with a value for each tick. */
    public record Line(String name, List<Double> values) {}

    String svg() {
        var most = lines.stream()
                .flatMap(line -> line.values().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        var top = most > 0 ? most : 1;
        return "<svg width=\"%d\" height=\"%d\" font-size=\"12\">%s%s%s</svg>%n"
                .formatted(WIDTH, HEIGHT + MARGIN, grid(top), axis(), drawn(top));
    }

    private String grid(double top) {
        return IntStream.rangeClosed(0, GRID_LINES)
                .mapToDouble(each -> top * each / GRID_LINES)
                .mapToObj(value -> String.format(
                        Locale.ROOT,
                        "<line x1=\"%d\" x2=\"%d\" y1=\"%3$.1f\" y2=\"%3$.1f\" stroke=\"#ddd\"/>"
                                + "<text x=\"4\" y=\"%3$.1f\">%4$,.0f</text>",
                        MARGIN,
                        WIDTH,
                        y(value, top),
                        value))
                .collect(Collectors.joining());
    }

    private String axis() {
        var labels = IntStream.range(0, ticks.size())
                .mapToObj(at -> String.format(
                        Locale.ROOT,
                        "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                        x(at),
                        HEIGHT + 18,
                        HtmlReport.escaped(ticks.get(at))))
                .collect(Collectors.joining());
        return "<text x=\"%d\" y=\"14\" font-weight=\"bold\">%s</text>%s"
                .formatted(MARGIN, HtmlReport.escaped(title), labels);
    }

    private String drawn(double top) {
        return IntStream.range(0, lines.size())
                .mapToObj(each -> drawn(lines.get(each), each, top))
                .collect(Collectors.joining());
    }

    private String drawn(Line line, int number, double top) {
        var colour = COLOURS.get(number % COLOURS.size());
        var points = IntStream.range(0, line.values().size())
                .mapToObj(at -> String.format(
                        Locale.ROOT, "%.1f,%.1f", x(at), y(line.values().get(at), top)))
                .collect(Collectors.joining(" "));
        return "<polyline fill=\"none\" stroke-width=\"2\" stroke=\"%s\" points=\"%s\"/><text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>"
                .formatted(colour, points, MARGIN + 150 * number, HEIGHT + 40, colour, HtmlReport.escaped(line.name()));
    }

    private double x(int at) {
        return MARGIN + (WIDTH - 2.0 * MARGIN) * (at + 0.5) / Math.max(1, ticks.size());
    }

    private static double y(double value, double top) {
        return HEIGHT - (HEIGHT - 30) * value / top;
    }
}
