package io.discounts.service.eligibility;

import io.discounts.service.catalog.Candidate;
import io.discounts.service.catalog.Sheet;
import io.discounts.service.catalog.StoreCandidates;
import io.discounts.service.discount.Discount;
import io.discounts.service.discount.StoreFacts;
import io.discounts.service.redemption.Availability;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The decisions of one search: each sheet is decided once, however many stores share it. What is left to do for a store is to
 * merge its sheets' offers, which stand in order.
 */
final class SheetDecisions {
    private static final BitSet NOTHING_OPEN = new BitSet(0);

    /** An offer as it stands on one sheet. */
    private static final class Decided {
        private final Offer offer;
        private final Candidate candidate;

        /** Asked for every store, of discounts that hardly ever have any. */
        private final boolean hasExceptions;

        private boolean isTold;

        Decided(Offer offer) {
            this.offer = offer;
            this.candidate = offer.candidate();
            this.hasExceptions = candidate.discount().scope().hasExceptions();
        }

        boolean isExcepted(StoreFacts store) {
            return hasExceptions && candidate.discount().scope().isExcepted(store);
        }
    }

    private final Facts facts;
    private final Availability availability;
    private final IdentityHashMap<Sheet, List<Decided>> bySheet = new IdentityHashMap<>();
    private final Map<String, Offer> told = new LinkedHashMap<>();

    SheetDecisions(List<StoreCandidates> stores, Facts facts, Availability availability) {
        this.facts = facts;
        this.availability = availability;
        for (var store : stores) {
            for (var sheet : store.sheets()) {
                bySheet.computeIfAbsent(sheet, this::decide);
            }
        }
        dropWhatIsOutdated();
    }

    /** The store's offers by priority descending, then id. */
    List<Offer> offers(List<Sheet> sheets, StoreFacts store) {
        List<Decided> merged = List.of();
        for (var sheet : sheets) {
            merged = merged(merged, withoutExcepted(bySheet.getOrDefault(sheet, List.of()), store));
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
        return told.values();
    }

    /** Nearly all are told of many stores, and looked up for the first alone. */
    private void tell(Decided decided) {
        if (!decided.isTold) {
            decided.isTold = true;
            told.putIfAbsent(decided.candidate.id(), decided.offer);
        }
    }

    /** Of twins the first: a discount that names a store twice, by brand and by city say, stands on two of its sheets. */
    private static List<Decided> merged(List<Decided> some, List<Decided> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return some.isEmpty() ? others : some;
        }
        var merged = new ArrayList<Decided>(some.size() + others.size());
        int at = 0;
        for (var other : others) {
            int order = -1;
            while (at < some.size() && (order = Candidate.ORDER.compare(some.get(at).candidate, other.candidate)) < 0) {
                merged.add(some.get(at++));
            }
            if (order != 0) {
                merged.add(other);
            }
        }
        merged.addAll(some.subList(at, some.size()));
        return merged;
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
        var newest = new NewestCandidates();
        for (var some : bySheet.values()) {
            for (var decided : some) {
                newest.add(decided.candidate);
            }
        }
        bySheet.keySet().forEach(newest::compare);
        bySheet.values().forEach(some -> some.removeIf(decided -> !newest.contain(decided.candidate)));
    }

    private List<Decided> decide(Sheet sheet) {
        var decided = new ArrayList<Decided>();
        for (var candidate : sheet.runningAt(facts.at())) {
            var open = openRules(candidate);
            if (open != null) {
                decided.add(new Decided(new Offer(candidate, open)));
            }
        }
        return decided;
    }

    /** The rules that the facts leave open, or null if one of them or a limit speaks against it. */
    private @Nullable BitSet openRules(Candidate candidate) {
        var discount = candidate.discount();
        BitSet open = NOTHING_OPEN;
        for (int i = 0; i < discount.rules().size(); i++) {
            switch (Rules.verdict(discount.rules().get(i), facts)) {
                case TRUE -> {}
                case FALSE -> {
                    return null;
                }
                case UNKNOWN -> {
                    open = open.isEmpty() ? new BitSet(discount.rules().size()) : open;
                    open.set(i);
                }
            }
        }
        return isForbidden(discount) ? null : open;
    }

    /** Asked last, for it may ask the database about the customer. */
    private boolean isForbidden(Discount discount) {
        if (discount.limits().isNone()) {
            return false;
        }
        var customer = facts.customer().id();
        var remaining = availability.remaining(discount, customer);
        return LimitReasons.forbid(LimitReasons.of(discount, remaining, customer != null, LimitReasons.UNKNOWN_SAVING));
    }
}
