package io.discounts.service.catalog;

/** The first version met of each id's hash: a table with open addressing. Not thread-safe. */
final class VersionByHash {
    private final int[] hashes;
    private final int shift;

    /** Plus one: nothing is where there is none. */
    private final long[] versions;

    /** @param most hashes that there may be */
    VersionByHash(int most) {
        int size = Integer.highestOneBit(Math.max(1, most)) << 2;
        this.hashes = new int[size];
        this.versions = new long[size];
        this.shift = Integer.numberOfLeadingZeros(size) + 1;
    }

    /** Whether the version is the first that is met of an id with this hash, or the same again. */
    boolean agreesWith(int hash, long version) {
        int place = IdBits.spread(hash) >>> shift;
        while (versions[place] != 0 && hashes[place] != hash) {
            place = (place + 1) & (hashes.length - 1);
        }
        if (versions[place] == 0) {
            hashes[place] = hash;
            versions[place] = version + 1;
        }
        return versions[place] == version + 1;
    }
}
