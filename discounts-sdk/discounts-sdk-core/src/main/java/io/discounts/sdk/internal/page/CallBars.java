package io.discounts.sdk.internal.page;

import io.discounts.sdk.Operation;
import io.discounts.sdk.Source;
import io.discounts.sdk.report.CallCount;
import io.discounts.sdk.report.Report;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import static io.discounts.sdk.internal.page.Parts.cell;
import static io.discounts.sdk.internal.page.Parts.number;
import static io.discounts.sdk.internal.page.Tag.tag;

/** Who answered, for each operation as one bar in parts, and why. */
final class CallBars {
    private static final List<String> HEADINGS = List.of("stage", "answered by", "because of", "calls");

    private CallBars() {}

    static Tag of(Report report) {
        var section = Parts.section("Who answered", "Calls by where their answer came from, and for which reason.");
        for (var operation : Operation.values()) {
            var own = report.calls().stream()
                    .filter(count -> count.operation() == operation)
                    .toList();
            if (!own.isEmpty()) {
                section.add(details(operation, own));
            }
        }
        return section;
    }

    private static Tag details(Operation operation, List<CallCount> own) {
        var all = sum(own);
        var rows = own.stream().map(CallBars::cells).toList();
        return Parts.fold(
                "calls",
                Parts.countingTable(HEADINGS, rows),
                tag("span", "what").add(Words.title(operation)),
                stack(own, all),
                tag("span", "number").add(Figures.count(all)));
    }

    private static Tag stack(List<CallCount> own, long all) {
        var stack = tag("span", "bar");
        Arrays.stream(Source.values()).forEach(source -> part(stack, own, source, all));
        part(stack, own, null, all);
        return stack;
    }

    private static void part(Tag stack, List<CallCount> own, @Nullable Source source, long all) {
        var calls = sum(own.stream()
                .filter(count -> Objects.equals(count.source(), source))
                .toList());
        if (calls > 0) {
            var share = (double) calls / all;
            var said = Words.source(source) + ": " + Figures.percent(share);
            stack.add(tag("i", source == null ? "nobody" : Words.lower(source))
                    .with("style", "width:" + Figures.coordinate(100 * share) + "%")
                    .with("title", said)
                    .add(share > 0.25 ? said : ""));
        }
    }

    private static List<Tag> cells(CallCount count) {
        return List.of(
                cell(count.stage().name()),
                cell(Words.source(count.source())),
                cell(Words.lower(count.reason())),
                number(Figures.count(count.calls())));
    }

    private static long sum(List<CallCount> counts) {
        return counts.stream().mapToLong(CallCount::calls).sum();
    }
}
