package io.discounts.sdk.internal.page;

import io.discounts.sdk.report.NoiseFloor;
import io.discounts.sdk.report.Report;
import io.discounts.sdk.report.Uncompared;

import java.util.List;

import static io.discounts.sdk.internal.page.Parts.cell;
import static io.discounts.sdk.internal.page.Parts.number;
import static io.discounts.sdk.internal.page.Tag.tag;

/** How far the comparison itself can be trusted: the noise floor, and what was not compared. */
final class Doubts {
    private static final List<String> HEADINGS = List.of("operation", "not compared because", "calls");

    private Doubts() {}

    static Tag of(Report report) {
        var section = Parts.section(
                "How far to trust this",
                "The noise floor is how often the local search contradicts itself; what was not compared tells nothing.");
        var floor = tag("dl", "facts");
        report.noise()
                .forEach(noise -> floor.add(Parts.fact("noise, " + Words.plural(noise.operation()), said(noise))));
        floor.add(Parts.fact("discounts left out", Figures.count(report.skippedDiscounts())));
        section.add(floor);
        if (report.uncompared().isEmpty()) {
            return section.add(tag("p").add("Everything that was to be compared was."));
        }
        return section.add(Parts.countingTable(
                HEADINGS, report.uncompared().stream().map(Doubts::cells).toList()));
    }

    private static String said(NoiseFloor noise) {
        return noise.samples() == 0
                ? "not sampled"
                : Figures.percent(noise.share()) + " of " + Figures.count(noise.samples(), "sample", "samples");
    }

    private static List<Tag> cells(Uncompared missed) {
        var why = (missed.kind() == Uncompared.Kind.DROPPED ? "not mirrored: " : "no answer: ") + missed.why();
        return List.of(cell(Words.lower(missed.operation())), cell(why), number(Figures.count(missed.calls())));
    }
}
