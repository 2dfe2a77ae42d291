package io.discounts.service.catalog;

/** One bit for each id's hash, which ids may share: a Bloom filter's bits for one function. Not thread-safe while any is set. */
final class IdBits {
    /** Rounded down to a power of two in all, so that one in eight to sixteen shares another's. */
    private static final int BITS_PER_ID = 16;

    /** 2<sup>32</sup> over the golden ratio (Fibonacci hashing). */
    private static final int SPREAD = 0x9E3779B9;

    private final long[] bits;
    private final int shift;

    /** @param ids how many there will be */
    IdBits(int ids) {
        int size = Integer.highestOneBit(Math.max(Long.SIZE, BITS_PER_ID * ids));
        this.bits = new long[size / Long.SIZE];
        this.shift = Integer.numberOfLeadingZeros(size) + 1;
    }

    /** Whether it was set before. */
    boolean set(int hash) {
        int place = place(hash);
        long before = bits[place / Long.SIZE];
        bits[place / Long.SIZE] = before | 1L << place;
        return (before & (1L << place)) != 0;
    }

    boolean isSet(int hash) {
        int place = place(hash);
        return (bits[place / Long.SIZE] & (1L << place)) != 0;
    }

    private int place(int hash) {
        return spread(hash) >>> shift;
    }

    /** Ids are numbered, so that their hashes lie in rows: multiplied once, these would stay rows. */
    static int spread(int hash) {
        int spread = hash * SPREAD;
        return (spread ^ (spread >>> 15)) * SPREAD;
    }
}
