package io.discounts.sdk.internal.page;

import io.discounts.sdk.Operation;
import io.discounts.sdk.Stage;
import io.discounts.sdk.report.Report;
import io.discounts.sdk.report.Segment;
import io.discounts.sdk.report.Steering;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole report in a sentence or two. */
final class Headline {
    private Headline() {}

    static String of(Report report) {
        var sentences = Stream.of(Operation.SEARCH, Operation.EVALUATE)
                .filter(operation -> report.segments().stream().anyMatch(segment -> segment.operation() == operation))
                .map(operation -> sentence(report, operation))
                .collect(Collectors.joining(" "));
        return sentences.isEmpty() ? "Nothing was asked yet." : sentences;
    }

    private static String sentence(Report report, Operation operation) {
        var subject = Words.title(operation);
        if (report.mayGoFurther(operation)) {
            return subject + next(report.steering(), operation);
        }
        var own = report.segments().stream()
                .filter(segment -> segment.operation() == operation)
                .toList();
        var missing = own.stream().filter(segment -> !segment.mayGoFurther()).toList();
        return subject + ": not yet" + where(own, missing) + ".";
    }

    private static String where(List<Segment> all, List<Segment> missing) {
        if (missing.size() == all.size() || missing.size() > 3) {
            return "";
        }
        var names = missing.stream().map(Segment::name).toList();
        var last = names.get(names.size() - 1);
        var others = String.join(", ", names.subList(0, names.size() - 1));
        return ", for " + (others.isEmpty() ? last : others + " and " + last);
    }

    private static String next(Steering steering, Operation operation) {
        var steered = steering.operations().stream()
                .filter(each -> each.operation() == operation && each.stage() != null)
                .findFirst();
        if (steered.isEmpty()) {
            return after(null);
        }
        var now = steered.get();
        var flag = now.flag();
        if (flag != null && flag.contains("%")) {
            return " may go further: to more than " + flag + ".";
        }
        return after(now.stage());
    }

    private static String after(@Nullable Stage stage) {
        if (stage == null) {
            return " may go a stage further.";
        }
        return switch (stage) {
            case LOCAL -> " may go on to SHADOW.";
            case SHADOW -> " may go on to VERIFY.";
            case VERIFY -> " may go on to REMOTE.";
            case REMOTE -> " may go on to REMOTE_ONLY.";
            case REMOTE_ONLY -> " are as far as they can go.";
        };
    }
}
