package io.discounts.service.eligibility;

import io.discounts.service.catalog.Candidate;
import io.discounts.service.catalog.Sheet;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The decisions of one request, one for each sheet. Sheets are cached one by one, so two of them may hold different
 * versions of one discount for a moment: the newest that the request has seen is the one that counts.
 */
final class SheetDecisions {
    private static final BitSet NOTHING_OPEN = new BitSet(0);

    private final Facts facts;
    private final Map<String, Candidate> newest = new HashMap<>();
    private final IdentityHashMap<Sheet, List<Offer>> offers = new IdentityHashMap<>();

    SheetDecisions(Iterable<Sheet> sheets, Facts facts) {
        this.facts = facts;
        for (var sheet : sheets) {
            if (offers.put(sheet, List.of()) == null) {
                sheet.candidates().forEach(candidate -> newest.merge(candidate.id(), candidate, SheetDecisions::newer));
            }
        }
        offers.replaceAll((sheet, undecided) -> decide(sheet));
    }

    /** The sheet's offers in the sheet's order. */
    List<Offer> offers(Sheet sheet) {
        return offers.getOrDefault(sheet, List.of());
    }

    private List<Offer> decide(Sheet sheet) {
        var decided = new ArrayList<Offer>(sheet.candidates().size());
        for (var candidate : sheet.candidates()) {
            var open = isNewest(candidate) ? openRules(candidate) : null;
            if (open != null) {
                decided.add(new Offer(candidate, open));
            }
        }
        return decided;
    }

    private boolean isNewest(Candidate candidate) {
        var known = newest.get(candidate.id());
        return known == null
                || known.discount().version() == candidate.discount().version();
    }

    /** The rules that the facts leave open, or null if one of them is false or the discount is not valid now. */
    private @Nullable BitSet openRules(Candidate candidate) {
        var discount = candidate.discount();
        if (!discount.validity().contains(facts.at())) {
            return null;
        }
        BitSet open = NOTHING_OPEN;
        for (int i = 0; i < discount.rules().size(); i++) {
            switch (Rules.verdict(discount.rules().get(i), facts)) {
                case Verdict.True ignored -> {}
                case Verdict.False ignored -> {
                    return null;
                }
                case Verdict.Unknown ignored -> {
                    open = open.isEmpty() ? new BitSet(discount.rules().size()) : open;
                    open.set(i);
                }
            }
        }
        return open;
    }

    private static Candidate newer(Candidate first, Candidate second) {
        return second.discount().version() > first.discount().version() ? second : first;
    }
}
