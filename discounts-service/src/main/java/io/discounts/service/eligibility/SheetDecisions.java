package io.discounts.service.eligibility;

import io.discounts.service.catalog.Candidate;
import io.discounts.service.catalog.RepeatedIds;
import io.discounts.service.catalog.Sheet;
import io.discounts.service.catalog.StoreCandidates;
import io.discounts.service.discount.StoreFacts;
import io.discounts.service.redemption.Availability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The decisions of one search: each sheet is decided once, however many stores share it. What is left to do for a store is to
 * merge its sheets' offers, which stand in order.
 */
final class SheetDecisions {
    /** An offer as it stands on one sheet. */
    private static final class Decided {
        /** Of twins the first: a discount that names a store twice, by brand and by city say, stands on two of its sheets. */
        static final Comparator<Decided> ORDER =
                (one, other) -> Candidate.ORDER.compare(one.candidate, other.candidate);

        private final Offer offer;
        private final Candidate candidate;

        private boolean isTold;

        Decided(Offer offer) {
            this.offer = offer;
            this.candidate = offer.candidate();
        }

        boolean isExcepted(StoreFacts store) {
            return candidate.hasExceptions() && candidate.discount().scope().isExcepted(store);
        }
    }

    private final Facts facts;
    private final OpenRules rules;
    private final IdentityHashMap<Sheet, List<Decided>> bySheet = new IdentityHashMap<>();
    private final RepeatedIds repeated;
    private final List<Offer> told = new ArrayList<>();
    private final Set<String> toldOfRepeated = new HashSet<>();

    SheetDecisions(List<StoreCandidates> stores, Facts facts, Availability availability) {
        this.facts = facts;
        this.rules = new OpenRules(facts, availability);
        for (var store : stores) {
            for (var sheet : store.sheets()) {
                bySheet.computeIfAbsent(sheet, this::decide);
            }
        }
        this.repeated = new RepeatedIds(bySheet.keySet());
        dropWhatIsOutdated();
    }

    /** The store's offers by priority descending, then id. */
    List<Offer> offers(List<Sheet> sheets, StoreFacts store) {
        List<Decided> merged = List.of();
        for (var sheet : sheets) {
            merged = Merging.inOrder(
                    merged, withoutExcepted(bySheet.getOrDefault(sheet, List.of()), store), Decided.ORDER);
        }
        var offers = new ArrayList<Offer>(merged.size());
        for (var decided : merged) {
            tell(decided);
            offers.add(decided.offer);
        }
        return offers;
    }

    /** Every offer that has been told of a store by now, each once. */
    Collection<Offer> told() {
        return told;
    }

    /** Nearly all are told of many stores; of what may stand on several sheets only the first is looked up. */
    private void tell(Decided decided) {
        if (decided.isTold) {
            return;
        }
        decided.isTold = true;
        if (!repeated.mayContain(decided.candidate) || toldOfRepeated.add(decided.candidate.id())) {
            told.add(decided.offer);
        }
    }

    private static List<Decided> withoutExcepted(List<Decided> all, StoreFacts store) {
        for (var decided : all) {
            if (decided.isExcepted(store)) {
                return all.stream().filter(each -> !each.isExcepted(store)).toList();
            }
        }
        return all;
    }

    private void dropWhatIsOutdated() {
        var newest = new NewestCandidates(bySheet.keySet(), repeated);
        if (!newest.areUndisputed()) {
            bySheet.values().forEach(some -> some.removeIf(decided -> !newest.contain(decided.candidate)));
        }
    }

    private List<Decided> decide(Sheet sheet) {
        var running = sheet.runningAt(facts.at());
        var decided = new ArrayList<Decided>(Glance.at(running));
        for (var candidate : running) {
            var offer = rules.offer(candidate);
            if (offer != null) {
                decided.add(new Decided(offer));
            }
        }
        return decided;
    }
}
