package io.discounts.sdk.internal.page;

import io.discounts.sdk.report.DefectRate;

import static io.discounts.sdk.internal.page.Parts.label;
import static io.discounts.sdk.internal.page.Parts.line;
import static io.discounts.sdk.internal.page.Parts.rect;
import static io.discounts.sdk.internal.page.Tag.tag;

/**
 * A rate against what is allowed, on a logarithmic scale of a hundredfold each way: what was seen, and from there as far as the
 * truth may reach.
 */
final class Gauge {
    private static final int WIDTH = 320;
    private static final double DECADES = 2;
    private static final double TOP = 6;
    private static final double HEIGHT = 10;

    private Gauge() {}

    static Tag of(DefectRate rate, double allowed) {
        var limit = x(allowed, allowed);
        var from = x(rate.observed(), allowed);
        var to = x(rate.upperBound(), allowed);
        var css = rate.upperBound() <= allowed ? "go" : "stop";
        return Parts.drawing(WIDTH, 34, "At most " + Figures.percent(rate.upperBound()))
                .add(rect("track", 0, TOP, WIDTH, HEIGHT))
                .add(rect("allowed", 0, TOP, limit, HEIGHT))
                .add(rect("reach " + css, from, TOP + 3, Math.max(1, to - from), HEIGHT - 6))
                .add(tag("circle", css)
                        .with("cx", to)
                        .with("cy", TOP + HEIGHT / 2)
                        .with("r", 4.5))
                .add(line("limit", limit, 1, limit, TOP + HEIGHT + 5))
                .add(label(limit, 32, "tick middle", Figures.percent(allowed) + " allowed"));
    }

    private static double x(double share, double allowed) {
        var decades = share <= 0 ? -DECADES : Math.log10(share / allowed);
        return WIDTH * (Math.max(-DECADES, Math.min(DECADES, decades)) + DECADES) / (2 * DECADES);
    }
}
