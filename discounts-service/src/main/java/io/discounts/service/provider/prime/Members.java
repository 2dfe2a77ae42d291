package io.discounts.service.provider.prime;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The segments that members are in: {@code prime} all of them, {@code prime-family} those of the family plan. */
final class Members {
    private static final String ALL = "prime";

    private Members() {}

    /** The segments of these plans' members; of no plan's, all members'. */
    static Set<String> of(List<String> plans) {
        return plans.isEmpty()
                ? Set.of(ALL)
                : plans.stream().map(plan -> ALL + '-' + plan).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
