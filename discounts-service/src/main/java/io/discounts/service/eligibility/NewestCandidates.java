package io.discounts.service.eligibility;

import io.discounts.service.catalog.Candidate;
import io.discounts.service.catalog.RepeatedIds;
import io.discounts.service.catalog.Sheet;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sheets are cached one by one, so two of them may hold different versions of one discount for a moment: the newest that the
 * request has seen is the one that counts, valid or not. Only of the discounts in question that stand on several sheets is that
 * asked, and no more is looked at of a sheet than there are of these: of what stands on a large one, few run at a time.
 */
final class NewestCandidates {
    private final RepeatedIds repeated;
    private final Map<String, Candidate> byId = new HashMap<>();

    /** @param sheets all that will be compared */
    NewestCandidates(Collection<Sheet> sheets) {
        this.repeated = new RepeatedIds(sheets);
    }

    /** Puts a discount of one of the sheets in question. */
    void add(Candidate candidate) {
        if (repeated.mayContain(candidate)) {
            byId.merge(candidate.id(), candidate, Candidate::newer);
        }
    }

    /** Whatever the sheet has of what is in question by now. */
    void compare(Sheet sheet) {
        if (sheet.candidates().size() <= byId.size()) {
            for (var candidate : sheet.candidates()) {
                byId.computeIfPresent(candidate.id(), (id, known) -> Candidate.newer(known, candidate));
            }
        } else {
            byId.replaceAll((id, known) -> {
                var other = sheet.find(id);
                return other == null ? known : Candidate.newer(known, other);
            });
        }
    }

    /** Whether there is no newer version of a discount. */
    boolean contain(Candidate candidate) {
        if (!repeated.mayContain(candidate)) {
            return true;
        }
        var newest = byId.get(candidate.id());
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
