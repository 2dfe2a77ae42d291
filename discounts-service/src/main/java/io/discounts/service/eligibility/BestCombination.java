package io.discounts.service.eligibility;

import io.discounts.service.eligibility.pricing.Basket;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which of a store's eligible discounts are applied: rules 6 and 7 of the contract's decision rules. */
final class BestCombination {
    private static final String SHARED = "shared:";
    private static final Comparator<Assessment> BEST_IN_GROUP = Comparator.<Assessment>comparingLong(
                    assessment -> assessment.standalone().amount())
            .reversed()
            .thenComparing(Assessment.ORDER);

    /** A group's name counts within one provider, unless it says that it spans them. */
    private record Group(@Nullable String provider, String name) {
        static Group of(Assessment assessment, String name) {
            var provider = assessment.candidate().discount().id().provider();
            return new Group(name.startsWith(SHARED) ? null : provider, name);
        }
    }

    private final Map<Group, Assessment> bestInGroup = new HashMap<>();
    private final Combination winner;

    /** Decides between eligible discounts that stand in order. */
    BestCombination(List<Assessment> assessments, Basket basket) {
        for (var assessment : assessments) {
            if (assessment.isEligible() && !assessment.isExclusive()) {
                noteInGroup(assessment);
            }
        }
        var kept = new ArrayList<Assessment>();
        var exclusives = new ArrayList<Combination>();
        for (var assessment : assessments) {
            if (assessment.isEligible() && assessment.isExclusive()) {
                exclusives.add(Combination.ofExclusive(assessment));
            } else if (assessment.isEligible() && isBestInGroup(assessment)) {
                kept.add(assessment);
            }
        }
        winner = best(Combination.ofStackables(kept, basket), exclusives);
    }

    Combination winner() {
        return winner;
    }

    /** Why an eligible discount is not applied; empty if it is. */
    List<Reason> reasonsAgainst(Assessment eligible) {
        if (winner.contains(eligible)) {
            return List.of();
        }
        if (!eligible.isExclusive() && !isBestInGroup(eligible)) {
            return stacking(ReasonCode.NOT_BEST_IN_GROUP);
        }
        if (winner.exclusive()) {
            return stacking(ReasonCode.BEATEN_BY_EXCLUSIVE);
        }
        return eligible.isExclusive()
                ? stacking(ReasonCode.BEATEN_BY_COMBINATION)
                : List.of(new Reason(Reason.TARGET, ReasonCode.NO_SAVING));
    }

    private static List<Reason> stacking(ReasonCode code) {
        return List.of(new Reason(Reason.STACKING, code));
    }

    private static Combination best(Combination stackables, List<Combination> exclusives) {
        var best = stackables;
        for (var exclusive : exclusives) {
            if (best.applied().isEmpty() || Combination.BEST_FIRST.compare(exclusive, best) < 0) {
                best = exclusive;
            }
        }
        return best;
    }

    private void noteInGroup(Assessment assessment) {
        var name = assessment.stacking().group();
        if (name != null) {
            bestInGroup.merge(
                    Group.of(assessment, name),
                    assessment,
                    (one, other) -> BEST_IN_GROUP.compare(one, other) <= 0 ? one : other);
        }
    }

    private boolean isBestInGroup(Assessment assessment) {
        var name = assessment.stacking().group();
        if (name == null) {
            return true;
        }
        var best = bestInGroup.get(Group.of(assessment, name));
        return best != null && best.id().equals(assessment.id());
    }
}
