package io.discounts.sdk.internal.page;

import io.discounts.sdk.report.Report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

import static io.discounts.sdk.internal.page.Tag.tag;

/** A report as one page that needs nothing else: what to do first, then why. */
public final class ReportPage {
    private static final String STYLE = style();

    private ReportPage() {}

    public static String of(Report report) {
        var page = new StringBuilder("<!DOCTYPE html>\n");
        tag("html").with("lang", "en").add(head()).add(body(report)).writeTo(page);
        return page.append('\n').toString();
    }

    private static Tag head() {
        return tag("head")
                .add(tag("meta").with("charset", "utf-8"))
                .add(tag("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"))
                .add(tag("meta").with("name", "color-scheme").with("content", "light dark"))
                .add(tag("title").add("Discounts: may we go further?"))
                .add(tag("style").add(STYLE));
    }

    private static Tag body(Report report) {
        var main = tag("main")
                .add(header(report))
                .add(Verdicts.of(report))
                .add(LatencyPlots.of(report))
                .add(MismatchBars.of(report))
                .add(Doubts.of(report))
                .add(CallBars.of(report))
                .add(Timeline.of(report))
                .add(Orders.of(report));
        return tag("body").add(main);
    }

    private static Tag header(Report report) {
        var span = Figures.span(Duration.between(report.since(), report.until()));
        var header = tag("header")
                .add(tag("p", "eyebrow").add("Discounts: from the local search to the service"))
                .add(tag("h1").add(Headline.of(report)))
                .add(tag("p", "muted")
                        .add("What one process has learnt in " + span + ", from " + Figures.moment(report.since())
                                + " to " + Figures.moment(report.until()) + "."));
        return header.addAll(Orders.alarms(report.steering())
                .map(alarm -> tag("p", "alarm").add(alarm))
                .toList());
    }

    private static String style() {
        try (var css = ReportPage.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(css, "report.css").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
