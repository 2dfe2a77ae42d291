package io.discounts.sdk.report;

import io.discounts.sdk.Operation;
import io.discounts.sdk.internal.json.RecordJson;
import io.discounts.sdk.internal.page.ReportPage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What one client has learnt since it was made, or since {@code DiscountsClient.beginReport}: of this process alone, and at the
 * moment it was asked for. A tree of records that a host may serialise as it likes; customers are in it as hashes only. The
 * local search is the control, the service the candidate.
 *
 * @param budget by which segments were judged
 * @param segments of searches and evaluations, the busiest first
 * @param mismatches the gravest first, then the most frequent
 * @param breakers their latest steps, oldest first
 * @param skippedDiscounts of the service, left out of answers because this version of the SDK does not know their terms
 */
public record Report(
        Instant since,
        Instant until,
        Budget budget,
        List<CallCount> calls,
        List<SideBySide> latencies,
        List<Segment> segments,
        List<MismatchClass> mismatches,
        List<NoiseFloor> noise,
        List<Uncompared> uncompared,
        List<BreakerStep> breakers,
        Steering steering,
        long skippedDiscounts) {
    public Report {
        calls = List.copyOf(calls);
        latencies = List.copyOf(latencies);
        segments = List.copyOf(segments);
        mismatches = List.copyOf(mismatches);
        noise = List.copyOf(noise);
        uncompared = List.copyOf(uncompared);
        breakers = List.copyOf(breakers);
    }

    /** Whether every segment of the operation allows the next stage, and there is one. */
    public boolean mayGoFurther(Operation operation) {
        var own = segments.stream()
                .filter(segment -> segment.operation() == operation)
                .toList();
        return !own.isEmpty() && own.stream().allMatch(Segment::mayGoFurther);
    }

    /** As a page that needs nothing but a browser: no script, no network. */
    public String toHtml() {
        return ReportPage.of(this);
    }

    /**
     * Writes {@link #toHtml} in UTF-8, over what is there.
     *
     * @throws IOException as {@link Files#writeString}
     */
    public void writeHtml(Path path) throws IOException {
        Files.writeString(path, toHtml(), StandardCharsets.UTF_8);
    }

    /**
     * As JSON, under the names of the records' parts: moments and durations as ISO 8601 has them, obstacles with their {@code
     * type}.
     */
    public String toJson() {
        return RecordJson.of(this);
    }

    /**
     * Writes {@link #toJson} in UTF-8, over what is there.
     *
     * @throws IOException as {@link Files#writeString}
     */
    public void writeJson(Path path) throws IOException {
        Files.writeString(path, toJson(), StandardCharsets.UTF_8);
    }

    /** How long both sides took for the same operation. */
    public record SideBySide(Operation operation, Latency control, Latency candidate) {}
}
