package io.discounts.service.eligibility;

import io.discounts.service.catalog.Candidate;
import io.discounts.service.catalog.DisputedIds;
import io.discounts.service.catalog.RepeatedIds;
import io.discounts.service.catalog.Sheet;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sheets are cached one by one, so two of them may hold different versions of one discount for a moment: the newest that the
 * request has seen is the one that counts, valid or not. Where sheets do not differ, as is nearly always so, nothing is looked at.
 */
final class NewestCandidates {
    private final DisputedIds disputed;
    private final Map<String, Candidate> byId = new HashMap<>();

    /**
     * Of all that stands on some sheets.
     *
     * @param repeated on several of these
     */
    NewestCandidates(Collection<Sheet> sheets, RepeatedIds repeated) {
        this.disputed = new DisputedIds(sheets, repeated);
        if (!disputed.isEmpty()) {
            sheets.forEach(this::compare);
        }
    }

    private void compare(Sheet sheet) {
        for (var candidate : sheet.candidates()) {
            if (disputed.mayContain(candidate)) {
                byId.merge(candidate.id(), candidate, Candidate::newer);
            }
        }
    }

    /** Whether nothing can be outdated. */
    boolean areUndisputed() {
        return disputed.isEmpty();
    }

    /** Whether there is no newer version of a discount that stands on one of the sheets. */
    boolean contain(Candidate candidate) {
        var newest = disputed.mayContain(candidate) ? byId.get(candidate.id()) : null;
        return newest == null || newest.version() == candidate.version();
    }

    /**
     * The same for one store's few sheets, without a memory: whether, of what these hold of a discount, nothing is newer than this
     * candidate, and nothing as new stands on a sheet before.
     *
     * @param on the one of the sheets that holds the candidate
     */
    static boolean isNewest(Candidate candidate, Sheet on, List<Sheet> sheets) {
        var before = true;
        for (var sheet : sheets) {
            if (sheet == on) {
                before = false;
                continue;
            }
            var other = sheet.findVersionOf(candidate);
            if (other != null && isAhead(other.version(), candidate.version(), before)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAhead(long other, long version, boolean before) {
        return before ? other >= version : other > version;
    }
}
