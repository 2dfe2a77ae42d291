package io.discounts.service.catalog;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;

/**
 * A sheet's candidates in the order of answers, each id once, and side by side what is asked of all of them. Immutable but for an
 * index that is made when it is first asked for; safe for use by any thread.
 */
final class OrderedCandidates {
    private static final int INDEX_WEIGHT = 40;

    private final List<Candidate> candidates;
    private final int[] idHashes;
    private final long[] versions;
    private final IdFilter ids;
    private final int weight;
    private @Nullable IdIndex index;

    private OrderedCandidates(Candidate[] candidates, int[] idHashes, long[] versions, int weight) {
        this.candidates = Collections.unmodifiableList(Arrays.asList(candidates));
        this.idHashes = idHashes;
        this.versions = versions;
        this.ids = new IdFilter(idHashes);
        this.weight = weight;
    }

    /** Of some in any order; of several with one id the newest. */
    static OrderedCandidates of(Collection<Candidate> some) {
        var newest = newest(some).toArray(Candidate[]::new);
        Arrays.sort(newest, Candidate.ORDER);
        var idHashes = new int[newest.length];
        var versions = new long[newest.length];
        int weight = 0;
        for (int i = 0; i < newest.length; i++) {
            idHashes[i] = newest[i].idHash();
            versions[i] = newest[i].version();
            weight += weight(newest[i]);
        }
        return new OrderedCandidates(newest, idHashes, versions, weight);
    }

    private static Collection<Candidate> newest(Collection<Candidate> some) {
        var byId = HashMap.<String, Candidate>newHashMap(some.size());
        some.forEach(candidate -> byId.merge(candidate.id(), candidate, Candidate::newer));
        return byId.size() == some.size() ? some : byId.values();
    }

    private static int weight(Candidate candidate) {
        return candidate.weight() + INDEX_WEIGHT;
    }

    OrderedCandidates with(Replacing replacing) {
        var origins = replacing.origins(candidates, idHashes);
        var after = new Candidate[origins.length];
        var hashesAfter = new int[origins.length];
        var versionsAfter = new long[origins.length];
        for (int i = 0; i < origins.length; i++) {
            int origin = origins[i];
            if (origin >= 0) {
                after[i] = candidates.get(origin);
                hashesAfter[i] = idHashes[origin];
                versionsAfter[i] = versions[origin];
            } else {
                after[i] = replacing.coming().get(~origin);
                hashesAfter[i] = after[i].idHash();
                versionsAfter[i] = after[i].version();
            }
        }
        return new OrderedCandidates(after, hashesAfter, versionsAfter, weightAfter(replacing));
    }

    private int weightAfter(Replacing replacing) {
        int after = weight
                + replacing.coming().stream()
                        .mapToInt(OrderedCandidates::weight)
                        .sum();
        for (int i = 0; i < idHashes.length; i++) {
            if (replacing.isLeaving(idHashes[i], candidates.get(i))) {
                after -= weight(candidates.get(i));
            }
        }
        return after;
    }

    List<Candidate> all() {
        return candidates;
    }

    /** Nobody changes them. */
    int[] idHashes() {
        return idHashes;
    }

    /** The same. */
    long[] versions() {
        return versions;
    }

    /** Roughly what they take of the heap, in bytes. */
    int weight() {
        return weight;
    }

    /** What is here of a candidate's discount, in whichever version. */
    @Nullable
    Candidate findVersionOf(Candidate candidate) {
        if (!ids.mayContain(candidate.idHash())) {
            return null;
        }
        var known = index;
        if (known == null) {
            known = new IdIndex(idHashes);
            index = known;
        }
        int at = known.find(
                candidate.idHash(), place -> candidates.get(place).id().equals(candidate.id()));
        return at < 0 ? null : candidates.get(at);
    }
}
