package io.discounts.service.catalog;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells of which discounts some sheets may hold different versions: nearly always of none, however many stand on several. Whoever
 * does is found, for of two versions at least one is unlike the one met first; ids that share a hash may be told without need. It reads
 * what lies side by side on each sheet, and touches no discount. Immutable.
 */
public final class DisputedIds {
    private final Set<Integer> hashes = new HashSet<>();

    /** @param repeated on several of these sheets */
    public DisputedIds(Collection<Sheet> sheets, RepeatedIds repeated) {
        var versions = new VersionByHash(repeated.most());
        for (var sheet : sheets) {
            for (int i = 0; i < sheet.idHashes().length; i++) {
                int hash = sheet.idHashes()[i];
                if (repeated.mayContain(hash) && !versions.agreesWith(hash, sheet.versions()[i])) {
                    hashes.add(hash);
                }
            }
        }
    }

    public boolean isEmpty() {
        return hashes.isEmpty();
    }

    /** False: no two of the sheets differ about this discount. */
    public boolean mayContain(Candidate candidate) {
        return hashes.contains(candidate.idHash());
    }
}
