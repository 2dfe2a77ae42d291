package io.discounts.loadtests.data;

/**
 * How much has been written; what a format does not write counts as zero.
 *
 * @param discounts rows or subjects, tombstones among them
 * @param scopeRows keys that those name in the end
 */
public record Tally(long events, long discounts, long tombstones, long scopeRows, long stores) {
    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(
                events + other.events,
                discounts + other.discounts,
                tombstones + other.tombstones,
                scopeRows + other.scopeRows,
                stores + other.stores);
    }
}
