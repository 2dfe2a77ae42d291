package io.discounts.service.catalog;

import java.util.Collection;

/**
 * Tells of most ids that they stand on no more than one of some sheets, in whichever version. It reads the ids' hashes alone,
 * which lie side by side on each sheet. Immutable.
 */
public final class RepeatedIds {
    private final IdBits repeated;
    private final int most;

    public RepeatedIds(Collection<Sheet> sheets) {
        int ids = sheets.stream().mapToInt(sheet -> sheet.idHashes().length).sum();
        var seen = new IdBits(ids);
        this.repeated = new IdBits(ids);
        int again = 0;
        for (var sheet : sheets) {
            for (int hash : sheet.idHashes()) {
                if (seen.set(hash)) {
                    repeated.set(hash);
                    again++;
                }
            }
        }
        this.most = 2 * again;
    }

    /** How many hashes it may contain at most. */
    int most() {
        return most;
    }

    /** False: it stands on one sheet at most. */
    public boolean mayContain(Candidate candidate) {
        return mayContain(candidate.idHash());
    }

    /** False: an id with this hash stands on one sheet at most. */
    boolean mayContain(int hash) {
        return repeated.isSet(hash);
    }
}
