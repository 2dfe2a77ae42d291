package io.discounts.sdk.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a basket costs and why.
 *
 * @param applied in order of application
 * @param notApplied every other candidate
 * @param watermarks by provider, how far its events have been applied; a local search has none
 * @param stale served past its freshness bound
 */
public record EvaluateAnswer(
        List<AppliedDiscount> applied,
        Totals totals,
        List<NotAppliedDiscount> notApplied,
        Map<String, Instant> watermarks,
        boolean stale) {
    public EvaluateAnswer {
        applied = List.copyOf(applied);
        Objects.requireNonNull(totals, "totals");
        notApplied = List.copyOf(notApplied);
        watermarks = Map.copyOf(watermarks);
    }

    /** What a local search answers: fresh, and without watermarks. */
    public static EvaluateAnswer of(List<AppliedDiscount> applied, Totals totals, List<NotAppliedDiscount> notApplied) {
        return new EvaluateAnswer(applied, totals, notApplied, Map.of(), false);
    }
}
