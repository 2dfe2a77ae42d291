package io.discounts.service.catalog;

import java.util.Collection;

/**
 * Tells of most discounts that they stand on no more than one of some sheets, in whichever version. Of thousands in a search few
 * stand on two of its sheets: all others need not be looked for on any other. Immutable.
 */
public final class RepeatedIds {
    private final IdBits repeated;

    /** Reads the ids' hashes alone, which lie side by side on each sheet. */
    public RepeatedIds(Collection<Sheet> sheets) {
        int ids = sheets.stream().mapToInt(sheet -> sheet.idHashes().length).sum();
        var seen = new IdBits(ids);
        this.repeated = new IdBits(ids);
        for (var sheet : sheets) {
            for (int hash : sheet.idHashes()) {
                if (seen.set(hash)) {
                    repeated.set(hash);
                }
            }
        }
    }

    /** False: it stands on one sheet at most. */
    public boolean mayContain(Candidate candidate) {
        return repeated.isSet(candidate.idHash());
    }
}
