package io.discounts.service.ingestion;

import java.util.Map;
import java.util.Set;

/**
 * What the dead letters say about a batch that is about to be written; it stays true until the transaction ends.
 *
 * @param heads of those of the batch's subjects that are parked, where the first letter stands
 * @param discarded those of its records that were dropped for good
 * @param redriven those of its records that were a dead letter and have been applied since
 */
record Standing(Map<String, Position> heads, Set<Position> discarded, Set<Position> redriven) {
    /** Nothing is parked and nothing ever was. */
    static final Standing CLEAR = new Standing(Map.of(), Set.of(), Set.of());

    Standing {
        heads = Map.copyOf(heads);
        discarded = Set.copyOf(discarded);
        redriven = Set.copyOf(redriven);
    }
}
