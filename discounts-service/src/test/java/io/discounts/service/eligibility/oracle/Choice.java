package io.discounts.service.eligibility.oracle;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Stacking;
import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Groups and combinations of the eligible discounts (rules 6 and 7), which are told by priority descending, then id. */
record Choice(List<Discount> eligible, Bill bill) {
    /** What discounts of one group share; the provider is absent where a group spans providers. */
    private record Group(@Nullable String provider, String name) {}

    Plan best() {
        return plans().sorted(Plan.BETTER_FIRST).toList().getFirst();
    }

    /** All that the contract names: A first, then each exclusive alone. */
    Stream<Plan> plans() {
        var a = Plan.of(kept(), bill);
        return Stream.concat(
                Stream.of(a),
                eligible.stream().filter(Choice::isExclusive).map(alone -> Plan.of(List.of(alone), bill)));
    }

    /** Why each eligible discount that the winner does not hold is left out. */
    Map<DiscountId, Refusal> refusals(Plan winner) {
        var refusals = new LinkedHashMap<DiscountId, Refusal>();
        for (var discount : eligible) {
            if (!winner.discounts().contains(discount)) {
                refusals.put(discount.id(), refusal(discount, winner));
            }
        }
        return refusals;
    }

    private Refusal refusal(Discount discount, Plan winner) {
        if (!isExclusive(discount) && !kept().contains(discount)) {
            return new Refusal("stacking", "not_best_in_group");
        }
        if (winner.discounts().stream().anyMatch(Choice::isExclusive)) {
            return new Refusal("stacking", "beaten_by_exclusive");
        }
        return isExclusive(discount)
                ? new Refusal("stacking", "beaten_by_combination")
                : new Refusal("target", "no_saving");
    }

    private List<Discount> kept() {
        return eligible.stream()
                .filter(discount -> !isExclusive(discount))
                .filter(discount -> rivals(discount).noneMatch(rival -> isBetter(rival, discount)))
                .toList();
    }

    private Stream<Discount> rivals(Discount discount) {
        var group = group(discount);
        return eligible.stream()
                .filter(rival -> !isExclusive(rival) && !rival.equals(discount))
                .filter(rival -> group != null && group.equals(group(rival)));
    }

    private boolean isBetter(Discount one, Discount other) {
        var byStandaloneSaving = Comparator.comparing((Discount discount) -> Shares.sum(Cuts.of(discount, bill)))
                .reversed();
        return byStandaloneSaving.thenComparing(Oracle.BY_PRIORITY_THEN_ID).compare(one, other) < 0;
    }

    private static @Nullable Group group(Discount discount) {
        var name = discount.stacking().group();
        if (name == null) {
            return null;
        }
        return name.startsWith("shared:")
                ? new Group(null, name)
                : new Group(discount.id().provider(), name);
    }

    private static boolean isExclusive(Discount discount) {
        return discount.stacking().mode() == Stacking.Mode.EXCLUSIVE;
    }
}
