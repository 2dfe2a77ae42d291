package io.discounts.service.redemption.reconciliation;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a reconciliation has found, all of it in one moment's state.
 *
 * @param checkedAt that moment, by the clock of the process that looked
 * @param tookMillis how long it looked
 * @param looked how many rows there were: budgets, redemptions, uses, locks
 * @param differences how many there are, of each kind that occurs
 * @param listed the first of each kind, as many as were asked for
 */
public record ReconciliationReport(
        Instant checkedAt,
        long tookMillis,
        Looked looked,
        Map<DifferenceKind, Long> differences,
        List<Difference> listed) {
    /** How much was looked at. */
    public record Looked(long budgets, long redemptions, long uses, long locks) {}

    public ReconciliationReport {
        differences = Map.copyOf(differences);
        listed = List.copyOf(listed);
    }

    /** Whether everything agrees. */
    public boolean isClean() {
        return differences.isEmpty();
    }

    public long differences(DifferenceKind kind) {
        return differences.getOrDefault(kind, 0L);
    }
}
