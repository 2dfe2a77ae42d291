package io.discounts.service.catalog;

import java.util.Collection;

/**
 * Tells of most ids that they are not among some, by one bit of each id's hash: a Bloom filter of one function. A store's sheets
 * have few discounts in common, so nearly all that is looked up on another sheet is not there; an index of the whole sheet is seldom
 * in the processor's cache, these few bits are. Immutable.
 */
final class IdFilter {
    /** Rounded down to a power of two in all, so that one in eight to sixteen is looked up in vain. */
    private static final int BITS_PER_ID = 16;

    /** 2<sup>32</sup> over the golden ratio (Fibonacci hashing). */
    private static final int SPREAD = 0x9E3779B9;

    private final long[] bits;
    private final int shift;

    IdFilter(Collection<String> ids) {
        int size = Integer.highestOneBit(Math.max(Long.SIZE, BITS_PER_ID * ids.size()));
        this.bits = new long[size / Long.SIZE];
        this.shift = Integer.numberOfLeadingZeros(size) + 1;
        for (var id : ids) {
            int place = place(id.hashCode());
            bits[place / Long.SIZE] |= 1L << place;
        }
    }

    /** False: it is not among them. */
    boolean mayContain(String id) {
        return mayContain(id.hashCode());
    }

    /** The same of an id that has this hash. */
    boolean mayContain(int hash) {
        int place = place(hash);
        return (bits[place / Long.SIZE] & (1L << place)) != 0;
    }

    /** Ids are numbered, so that their hashes lie in rows: multiplied once, these would stay rows. */
    private int place(int hash) {
        int spread = hash * SPREAD;
        return ((spread ^ (spread >>> 15)) * SPREAD) >>> shift;
    }
}
