package io.discounts.service.catalog;

/**
 * Tells of most ids that they are not among some. A store's sheets have few discounts in common, so nearly all that is looked up
 * on another sheet is not there; an index of the whole sheet is seldom in the processor's cache, these few bits are. Immutable.
 */
final class IdFilter {
    private final IdBits bits;

    /** @param hashes of the ids */
    IdFilter(int[] hashes) {
        this.bits = new IdBits(hashes.length);
        for (int hash : hashes) {
            bits.set(hash);
        }
    }

    /** False: it is not among them. */
    boolean mayContain(String id) {
        return mayContain(id.hashCode());
    }

    /** The same of an id that has this hash. */
    boolean mayContain(int hash) {
        return bits.isSet(hash);
    }
}
