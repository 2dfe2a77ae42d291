package io.discounts.service.eligibility;

import io.discounts.service.catalog.Candidate;
import io.discounts.service.catalog.Sheet;
import io.discounts.service.catalog.StoreCandidates;
import io.discounts.service.discount.StoreFacts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What runs in one store: of each discount the newest version that stands on any of the store's sheets. */
final class CandidatesOfStore {
    private CandidatesOfStore() {}

    /** By priority descending, then id; none for an unknown store. */
    static List<Candidate> runningAt(Instant moment, StoreCandidates store) {
        var facts = store.facts();
        List<Candidate> running = List.of();
        if (facts != null) {
            for (var sheet : store.sheets()) {
                running = Merging.inOrder(running, covering(facts, sheet, moment, store.sheets()), Candidate.ORDER);
            }
        }
        return running;
    }

    private static List<Candidate> covering(StoreFacts facts, Sheet sheet, Instant moment, List<Sheet> sheets) {
        var running = sheet.runningAt(moment);
        var covering = new ArrayList<Candidate>(Glance.at(running));
        for (var candidate : running) {
            if (!isExcepted(candidate, facts) && NewestCandidates.isNewest(candidate, sheet, sheets)) {
                covering.add(candidate);
            }
        }
        return covering;
    }

    private static boolean isExcepted(Candidate candidate, StoreFacts facts) {
        return candidate.hasExceptions() && candidate.discount().scope().isExcepted(facts);
    }
}
