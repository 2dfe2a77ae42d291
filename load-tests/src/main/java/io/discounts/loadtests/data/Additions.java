package io.discounts.loadtests.data;

import io.discounts.loadtests.harness.Streamed;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * News of discounts that are not in the data: what its providers would go on with, in the same proportions. A schema that is
 * kept loses them when it is used again ({@link FilledSchema}). For one thread.
 */
public final class Additions {
    private final Dataset data;
    private final Clock clock;
    private final Chance chance;
    private final Map<String, Long> told = new HashMap<>();

    /** @param clock that tells when it happens */
    public Additions(Dataset data, long seed, Clock clock) {
        this.data = data;
        this.clock = clock;
        this.chance = Chance.of(seed, "additions", 0);
    }

    /** At least so many events, in the contract's own words; some of a provider's things come to several discounts. */
    public List<Streamed> next(int events) {
        var next = new ArrayList<Streamed>(events);
        while (next.size() < events) {
            var subjects = data.drawn(chance);
            var before = told.merge(subjects.provider().name(), 1L, Long::sum) - 1;
            var newest = subjects.subject(subjects.count() + before).newest();
            newest.changes()
                    .forEach(change ->
                            next.add(CanonicalEvent.of(subjects.provider(), newest, change, clock.instant())));
        }
        return next;
    }
}
