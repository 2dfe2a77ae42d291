package io.discounts.service.redemption.reconciliation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts all differences and keeps the first of each kind, so that one that abounds hides no other. */
final class Findings {
    private final int mostOfAKind;
    private final Map<DifferenceKind, Long> counts = new EnumMap<>(DifferenceKind.class);
    private final List<Difference> listed = new ArrayList<>();

    Findings(int mostOfAKind) {
        this.mostOfAKind = mostOfAKind;
    }

    void add(Difference difference) {
        if (counts.merge(difference.kind(), 1L, Long::sum) <= mostOfAKind) {
            listed.add(difference);
        }
    }

    ReconciliationReport report(Instant began, long tookMillis, ReconciliationReport.Looked looked) {
        return new ReconciliationReport(began, tookMillis, looked, counts, listed);
    }
}
