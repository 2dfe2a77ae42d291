package io.discounts.sample.shop;

import io.discounts.sdk.DiscountsClient;
import io.discounts.sdk.report.MismatchClass;
import io.discounts.sdk.report.Segment;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.stream.Collectors;

/** The client's report in a few lines for a terminal; {@code /actuator/discounts} has all of it. */
@RestController
class ReportController {
    private final DiscountsClient discounts;

    ReportController(DiscountsClient discounts) {
        this.discounts = discounts;
    }

    @GetMapping(path = "/report", produces = MediaType.TEXT_PLAIN_VALUE)
    String report() {
        var report = discounts.report();
        var segments = report.segments().stream().map(ReportController::line).collect(Collectors.joining());
        var mismatches =
                report.mismatches().stream().map(ReportController::line).collect(Collectors.joining());
        return segments + mismatches;
    }

    /** After a defect was repaired on one of the sides: what was learnt before counts no more. */
    @PostMapping(path = "/report", produces = MediaType.TEXT_PLAIN_VALUE)
    String begin() {
        discounts.beginReport();
        return "begun anew\n";
    }

    private static String line(Segment segment) {
        var compared = segment.comparisons();
        return "%s in %s: %d matched, %d lag, %d noise, %d undecided, %d defects; %s%n"
                .formatted(
                        segment.operation(),
                        segment.name(),
                        compared.matched(),
                        compared.lag(),
                        compared.noise(),
                        compared.undecided(),
                        compared.defects(),
                        segment.mayGoFurther() ? "may go further" : "stays: " + obstacles(segment));
    }

    private static String obstacles(Segment segment) {
        return segment.obstacles().stream()
                .map(obstacle -> obstacle.getClass().getSimpleName())
                .collect(Collectors.joining(", "));
    }

    private static String line(MismatchClass mismatch) {
        var example = mismatch.examples().get(0);
        return "  %s %s %s, %d calls: %s %s / %s%n"
                .formatted(
                        mismatch.operation(),
                        mismatch.verdict(),
                        mismatch.kind(),
                        mismatch.calls(),
                        example.pointer(),
                        shortened(example.control()),
                        shortened(example.candidate()));
    }

    private static String shortened(@Nullable String value) {
        if (value == null) {
            return "-";
        }
        return value.length() > 40 ? value.substring(0, 39) + "…" : value;
    }
}
