package io.discounts.sdk.report;

import io.discounts.sdk.Operation;

import java.util.ArrayList;
import java.util.List;

/**
 * The calls of one operation that have a region, or a city, in common, and whether they allow the next stage.
 *
 * @param name of the region or city; {@code other} for those beyond the bound, {@code none} for calls that name none
 * @param obstacles what stands between them and the next stage; none: the budget allows it
 */
public record Segment(
        Operation operation,
        String name,
        Comparisons comparisons,
        DefectRate defects,
        Latency control,
        Latency candidate,
        List<Obstacle> obstacles) {
    public Segment {
        obstacles = List.copyOf(obstacles);
    }

    /** Judged by the budget. */
    public static Segment of(
            Operation operation,
            String name,
            Comparisons comparisons,
            Latency control,
            Latency candidate,
            Budget budget) {
        var defects = DefectRate.of(comparisons.bad(), comparisons.telling());
        var obstacles = obstacles(comparisons, defects, candidate, budget);
        return new Segment(operation, name, comparisons, defects, control, candidate, obstacles);
    }

    /** Whether the budget allows the next stage. */
    public boolean mayGoFurther() {
        return obstacles.isEmpty();
    }

    private static List<Obstacle> obstacles(
            Comparisons comparisons, DefectRate defects, Latency candidate, Budget budget) {
        var found = new ArrayList<Obstacle>();
        var telling = comparisons.telling();
        if (telling < budget.comparisons()) {
            found.add(new Obstacle.TooFewComparisons(telling, budget.comparisons()));
        }
        if (defects.observed() > budget.defects()) {
            found.add(new Obstacle.TooManyDefects(defects.observed(), budget.defects()));
        } else if (defects.upperBound() > budget.defects()) {
            var missing = DefectRate.comparisonsFor(comparisons.bad(), budget.defects()) - telling;
            found.add(new Obstacle.DefectsNotExcluded(defects.upperBound(), budget.defects(), missing));
        }
        if (candidate.p99().compareTo(budget.p99()) > 0) {
            found.add(new Obstacle.TooSlow(candidate.p99(), budget.p99()));
        }
        var incomparable = comparisons.all() == 0 ? 0 : (double) comparisons.incomparable() / comparisons.all();
        if (incomparable > budget.incomparable()) {
            found.add(new Obstacle.TooManyIncomparable(incomparable, budget.incomparable()));
        }
        return found;
    }
}
