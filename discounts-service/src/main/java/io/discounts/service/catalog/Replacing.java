package io.discounts.service.catalog;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * What changes on a sheet: some discounts leave it, and others come in their place, in order. Of those that stay next to nothing is
 * looked at: their ids' hashes lie side by side, they themselves do not.
 */
final class Replacing {
    private final Set<String> leaving;
    private final IdFilter mayLeave;
    private final List<Candidate> coming;

    Replacing(Set<String> leaving, List<Candidate> coming) {
        this.leaving = leaving;
        this.mayLeave = new IdFilter(leaving.stream().mapToInt(String::hashCode).toArray());
        this.coming = coming.stream().sorted(Candidate.ORDER).toList();
    }

    List<Candidate> coming() {
        return coming;
    }

    /** @param idHash the candidate's, so that it is looked at itself only if it may be meant */
    boolean isLeaving(int idHash, Candidate candidate) {
        return mayLeave.mayContain(idHash) && leaving.contains(candidate.id());
    }

    /**
     * Where each one of the new list comes from: a position in the old one, or the complement of one among the coming.
     *
     * @param before in order
     * @param idHashes of these
     */
    int[] origins(List<Candidate> before, int[] idHashes) {
        var origins = new int[before.size() + coming.size()];
        int size = 0;
        int next = 0;
        int place = place(next, before);
        for (int i = 0; i < before.size(); i++) {
            while (place <= i) {
                origins[size++] = ~next++;
                place = place(next, before);
            }
            if (!isLeaving(idHashes[i], before.get(i))) {
                origins[size++] = i;
            }
        }
        while (next < coming.size()) {
            origins[size++] = ~next++;
        }
        return Arrays.copyOf(origins, size);
    }

    /** Before which of the old ones it comes. */
    private int place(int next, List<Candidate> before) {
        if (next == coming.size()) {
            return Integer.MAX_VALUE;
        }
        int found = Collections.binarySearch(before, coming.get(next), Candidate.ORDER);
        return found < 0 ? ~found : found;
    }
}
