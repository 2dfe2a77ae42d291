package io.discounts.service.eligibility;

import io.discounts.service.catalog.Candidate;

import java.util.List;

/**
 * A look at candidates ahead of decisions on them, with nothing else done meanwhile: so a processor fetches a dozen at a time of what is
 * not in its caches, where the decisions themselves would wait for one after the other (ADR 34).
 */
final class Glance {
    private Glance() {}

    /** How many there are. The sum is told from no other, but it has to be made: what nobody asks for is not looked at. */
    static int at(List<Candidate> some) {
        int sum = 0;
        for (var candidate : some) {
            sum += candidate.rules().size();
            if (candidate.isLimited()) {
                sum += candidate.discount().id().externalId().hashCode() & 1;
            }
        }
        return sum < 0 ? 0 : some.size();
    }
}
