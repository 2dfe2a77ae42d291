package io.discounts.service.catalog;

/**
 * A fingerprint of what a catalog holds: discounts (region, provider, external id, version, body; a withdrawal has none),
 * the keys of the index they stand under, and the stores' facts. How often a sheet has changed is no part of it, nor the ends in the
 * index, which follow from the bodies and may be later without harm. Equal
 * catalogs have equal checksums in MySQL and MariaDB, on any machine, however they came about.
 *
 * <p>The fingerprint is the sum, modulo 2¹²⁸, of the first 128 bits of each row's SHA-256, every field led by its length:
 * AdHash of <a href="https://cseweb.ucsd.edu/~mihir/papers/inchash.html">Bellare and Micciancio, "A New Paradigm for
 * Collision-Free Hashing" (1997)</a>. Sums do not depend on the order of rows, and count a row as often as it is there.
 * Two catalogs that differ by accident have the same fingerprint with a probability of 2⁻¹²⁸. Somebody who may choose rows
 * could make two that agree, for sums of this size are no proof against intent. It tells that catalogs differ, and by the
 * counts and the parts' own sums roughly where; not which rows.
 */
public record CatalogChecksum(Part discounts, Part scopeRows, Part stores) {
    /** The rows of one table: how many, and the sum of their hashes. */
    public record Part(long count, String hex) {}

    /** The fingerprint of the whole, 32 hexadecimal digits. */
    public String hex() {
        return RowSum.total(discounts.hex(), scopeRows.hex(), stores.hex());
    }

    /** The whole and the counts, for a person to compare. */
    @Override
    public String toString() {
        return "%s (%d discounts, %d scope rows, %d stores)"
                .formatted(hex(), discounts.count(), scopeRows.count(), stores.count());
    }
}
