package io.discounts.sdk.internal.evidence;

import io.discounts.sdk.Operation;
import io.discounts.sdk.report.Latency;
import io.discounts.sdk.report.Report;
import io.discounts.sdk.report.ReportOptions;
import io.discounts.sdk.report.Segment;
import io.discounts.sdk.rollout.RouteKey;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The segments of one operation, so many of them and one for the others. */
final class Segments {
    private static final String NONE = "none";
    private static final String OTHER = "other";

    private final Operation operation;
    private final ReportOptions options;
    private final int processors;
    private final Map<String, SegmentLedger> byName = new ConcurrentHashMap<>();

    Segments(Operation operation, ReportOptions options, int processors) {
        this.operation = operation;
        this.options = options;
        this.processors = processors;
    }

    SegmentLedger of(RouteKey key) {
        return named(name(key));
    }

    /**
     * The busiest first.
     *
     * @param suspects what calls go by that are being looked at
     */
    List<Segment> list(List<RouteKey> suspects) {
        var waiting = suspects.stream()
                .collect(Collectors.groupingBy(
                        key -> byName.containsKey(name(key)) ? name(key) : OTHER, Collectors.counting()));
        return byName.entrySet().stream()
                .map(entry -> segment(entry.getKey(), entry.getValue(), waiting.getOrDefault(entry.getKey(), 0L)))
                .sorted(Comparator.comparingLong(Segments::calls).reversed().thenComparing(Segment::name))
                .toList();
    }

    Report.SideBySide sideBySide() {
        var control = new Histogram(1);
        var candidate = new Histogram(1);
        byName.values().forEach(segment -> {
            control.add(segment.control);
            candidate.add(segment.candidate);
        });
        return new Report.SideBySide(operation, control.latency(), candidate.latency());
    }

    private String name(RouteKey key) {
        var name = options.segmentBy().of(key);
        return name == null ? NONE : name;
    }

    private SegmentLedger named(String name) {
        var known = byName.get(name);
        if (known != null) {
            return known;
        }
        var kept = byName.size() < options.segments() ? name : OTHER;
        return byName.computeIfAbsent(kept, absent -> new SegmentLedger(processors));
    }

    private Segment segment(String name, SegmentLedger ledger, long suspects) {
        Latency control = ledger.control.latency();
        return Segment.of(
                operation, name, ledger.comparisons(suspects), control, ledger.candidate.latency(), options.budget());
    }

    private static long calls(Segment segment) {
        return segment.control().calls() + segment.candidate().calls();
    }
}
