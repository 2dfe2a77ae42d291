package io.discounts.service.catalog;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * All discounts indexed under one scope key of a region, each in its newest version, in the order answers tell them: priority descending, then id.
 * Whether a discount's exceptions leave a store out is for the reader to ask. What ended long ago may be missing. Safe for use by any
 * thread; two are equal if they are the same.
 */
public final class Sheet {
    private static final int SHEET_WEIGHT = 64;

    private final Instant since;
    private final OrderedCandidates candidates;
    private volatile RunningCandidates running;

    /** A whole sheet. */
    public Sheet(List<Candidate> candidates) {
        this(candidates, RawSheet.ALWAYS);
    }

    /** @param since whatever has ended by then may be missing */
    Sheet(List<Candidate> candidates, Instant since) {
        this(since, OrderedCandidates.of(candidates), RunningCandidates.NEVER);
    }

    private Sheet(Instant since, OrderedCandidates candidates, RunningCandidates running) {
        this.since = since;
        this.candidates = candidates;
        this.running = running;
    }

    /** The same, but for those of some discounts: in their place come others. */
    Sheet with(Set<String> replaced, List<Candidate> others) {
        var replacing = new Replacing(replaced, others);
        return new Sheet(since, candidates.with(replacing), running.with(replacing));
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
        return candidates.all();
    }

    /**
     * Those that run at a moment, in the same order. Nearly all requests ask for the present: what was found last is kept
     * for as long as it holds.
     */
    public List<Candidate> runningAt(Instant moment) {
        var known = running;
        if (!known.holdAt(moment)) {
            known = RunningCandidates.of(candidates.all(), moment);
            running = known;
        }
        return known.candidates();
    }

    /** What the sheet has of a candidate's discount, in whichever version. */
    public @Nullable Candidate findVersionOf(Candidate candidate) {
        return candidates.findVersionOf(candidate);
    }

    /** Of all candidates, in their order; nobody changes them. */
    int[] idHashes() {
        return candidates.idHashes();
    }

    /** The same of their versions. */
    long[] versions() {
        return candidates.versions();
    }

    /** Roughly what the sheet takes of the heap, in bytes. */
    int weight() {
        return SHEET_WEIGHT + candidates.weight();
    }
}
