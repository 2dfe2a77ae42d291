package io.discounts.service.catalog;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All discounts indexed under one scope key of a region, each in its newest version, in the order answers tell them: priority descending, then id.
 * Whether a discount's exceptions leave a store out is for the reader to ask. What ended long ago may be missing. Safe for use by any
 * thread; two are equal if they are the same.
 */
public final class Sheet {
    private static final int INDEX_WEIGHT = 72;

    private final Instant since;
    private final List<Candidate> candidates;
    private final Map<String, Candidate> byId;
    private final int[] idHashes;
    private final long[] versions;
    private final IdFilter ids;
    private volatile RunningCandidates running = RunningCandidates.NEVER;

    /** A whole sheet. */
    public Sheet(List<Candidate> candidates) {
        this(candidates, RawSheet.ALWAYS);
    }

    /** @param since whatever has ended by then may be missing */
    Sheet(List<Candidate> candidates, Instant since) {
        this.since = since;
        this.byId = HashMap.newHashMap(candidates.size());
        candidates.forEach(candidate -> byId.merge(candidate.id(), candidate, Candidate::newer));
        // As they came if none came twice: a patched sheet is in order but for a few, which is soon sorted.
        this.candidates = inOrder(byId.size() == candidates.size() ? candidates : byId.values());
        this.idHashes = this.candidates.stream().mapToInt(Candidate::idHash).toArray();
        this.versions = this.candidates.stream().mapToLong(Candidate::version).toArray();
        this.ids = new IdFilter(idHashes);
    }

    private static List<Candidate> inOrder(Collection<Candidate> candidates) {
        var sorted = new ArrayList<>(candidates);
        sorted.sort(Candidate.ORDER);
        return Collections.unmodifiableList(sorted);
    }

    /** The same, but for those of some discounts: in their place come others. */
    Sheet with(Set<String> replaced, List<Candidate> others) {
        var patched = new ArrayList<Candidate>(candidates.size() + others.size());
        for (var candidate : candidates) {
            if (!replaced.contains(candidate.id())) {
                patched.add(candidate);
            }
        }
        patched.addAll(others);
        return new Sheet(patched, since);
    }

    /** Whether it may hold what had ended before a moment. */
    boolean reachesBehind(Instant moment) {
        return since.isBefore(moment);
    }

    /** Whether all that run at a moment are here. */
    boolean covers(Instant moment) {
        return !moment.isBefore(since);
    }

    public List<Candidate> candidates() {
        return candidates;
    }

    /**
     * Those that run at a moment, in the same order. Nearly all requests ask for the present: what was found last is kept
     * for as long as it holds.
     */
    public List<Candidate> runningAt(Instant moment) {
        var known = running;
        if (!known.holdAt(moment)) {
            known = RunningCandidates.of(candidates, moment);
            running = known;
        }
        return known.candidates();
    }

    /** The discount with this id, if the sheet has it. */
    public @Nullable Candidate find(String id) {
        return ids.mayContain(id) ? byId.get(id) : null;
    }

    /** What the sheet has of a candidate's discount, in whichever version. */
    public @Nullable Candidate findVersionOf(Candidate candidate) {
        return ids.mayContain(candidate.idHash()) ? byId.get(candidate.id()) : null;
    }

    /** Of all candidates, in their order; nobody changes them. */
    int[] idHashes() {
        return idHashes;
    }

    /** The same of their versions. */
    long[] versions() {
        return versions;
    }

    /** Roughly what the sheet takes of the heap, in bytes. */
    int weight() {
        int weight = 64;
        for (var candidate : candidates) {
            weight += candidate.weight() + INDEX_WEIGHT;
        }
        return weight;
    }
}
