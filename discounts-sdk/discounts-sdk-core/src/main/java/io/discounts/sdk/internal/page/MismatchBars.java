package io.discounts.sdk.internal.page;

import io.discounts.sdk.report.MismatchClass;
import io.discounts.sdk.report.Report;
import org.jspecify.annotations.Nullable;

import java.util.List;

import static io.discounts.sdk.internal.page.Parts.cell;
import static io.discounts.sdk.internal.page.Parts.code;
import static io.discounts.sdk.internal.page.Tag.tag;

/** Classes of mismatches as bars, with their examples folded away. */
final class MismatchBars {
    private static final List<String> HEADINGS =
            List.of("when (UTC)", "region", "customer", "where", "local search", "service");

    private MismatchBars() {}

    static Tag of(Report report) {
        var section = Parts.section(
                "What differs",
                "Calls by what differs in them: the gravest first. Open one for its latest examples; customers are hashed.");
        if (report.mismatches().isEmpty()) {
            return section.add(tag("p").add("Nothing: whatever was compared was equal."));
        }
        var most = report.mismatches().stream()
                .mapToLong(MismatchClass::calls)
                .max()
                .orElse(1);
        report.mismatches().forEach(found -> section.add(row(found, most)));
        return section;
    }

    private static Tag row(MismatchClass found, long most) {
        var css = Words.lower(found.verdict());
        var what = tag("span", "what")
                .add(Words.lower(found.operation()) + ", " + Words.lower(found.kind()) + " ")
                .add(tag("code").add(found.field()));
        return Parts.fold(
                "mismatch",
                examples(found),
                tag("b", "badge " + css).add(css),
                what,
                Parts.bar(css, (double) found.calls() / most),
                tag("span", "number").add(Figures.count(found.calls())));
    }

    private static Tag examples(MismatchClass found) {
        return Parts.table(
                HEADINGS, found.examples().stream().map(MismatchBars::cells).toList());
    }

    private static List<Tag> cells(MismatchClass.Example example) {
        return List.of(
                cell(Figures.time(example.calledAt())),
                cell(or(example.region())),
                code(or(example.customer())),
                code(example.pointer()),
                code(or(example.control())),
                code(or(example.candidate())));
    }

    private static String or(@Nullable String value) {
        return value == null ? "–" : value;
    }
}
