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
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The decisions of one search: each sheet is decided once and all offers are ranked once, however many stores share them. What
 * is left to do for a store is to put its sheets' offers together in the order of their ranks.
 */
final class SheetDecisions {
    private static final BitSet NOTHING_OPEN = new BitSet(0);

    /** An offer and its place among all offers of the search, which twins share. */
    private static final class Ranked {
        private static final Comparator<Ranked> BY_CANDIDATE =
                Comparator.comparing(ranked -> ranked.offer.candidate(), Candidate.ORDER);
        private static final Comparator<Ranked> BY_RANK = Comparator.comparingInt(ranked -> ranked.rank);

        private final Offer offer;
        private int rank;

        Ranked(Offer offer) {
            this.offer = offer;
        }

        Candidate candidate() {
            return offer.candidate();
        }

        boolean isTwinOf(Ranked other) {
            return candidate().id().equals(other.candidate().id());
        }
    }

    private final Facts facts;
    private final Availability availability;
    private final IdentityHashMap<Sheet, List<Ranked>> bySheet = new IdentityHashMap<>();
    private final List<Offer> ranking;
    private final BitSet listed = new BitSet();

    SheetDecisions(List<StoreCandidates> stores, Facts facts, Availability availability) {
        this.facts = facts;
        this.availability = availability;
        for (var store : stores) {
            for (var sheet : store.sheets()) {
                bySheet.computeIfAbsent(sheet, this::decide);
            }
        }
        dropWhatIsOutdated();
        this.ranking = rank();
    }

    /** The store's offers by priority descending, then id. */
    List<Offer> offers(List<Sheet> sheets, StoreFacts store) {
        var covering = new ArrayList<Ranked>();
        for (var sheet : sheets) {
            for (var ranked : bySheet.getOrDefault(sheet, List.of())) {
                if (ranked.candidate().discount().scope().covers(store)) {
                    covering.add(ranked);
                }
            }
        }
        covering.sort(Ranked.BY_RANK);
        return withoutTwins(covering);
    }

    /** Every offer that has been told of a store by now, in the same order. */
    List<Offer> listed() {
        return listed.stream().mapToObj(ranking::get).toList();
    }

    /** A discount that names a store twice, by brand and by city say, stands on two of its sheets. */
    private List<Offer> withoutTwins(List<Ranked> covering) {
        var offers = new ArrayList<Offer>(covering.size());
        var last = -1;
        for (var ranked : covering) {
            if (ranked.rank != last) {
                last = ranked.rank;
                offers.add(ranked.offer);
                listed.set(last);
            }
        }
        return offers;
    }

    private void dropWhatIsOutdated() {
        var newest = new NewestCandidates();
        bySheet.values().forEach(some -> some.forEach(ranked -> newest.add(ranked.candidate())));
        bySheet.keySet().forEach(newest::compare);
        bySheet.values().forEach(some -> some.removeIf(ranked -> !newest.contain(ranked.candidate())));
    }

    private List<Offer> rank() {
        var all = new ArrayList<Ranked>();
        bySheet.values().forEach(all::addAll);
        all.sort(Ranked.BY_CANDIDATE);
        var ranks = new ArrayList<Offer>(all.size());
        Ranked before = null;
        for (var ranked : all) {
            if (before == null || !ranked.isTwinOf(before)) {
                ranks.add(ranked.offer);
            }
            ranked.rank = ranks.size() - 1;
            before = ranked;
        }
        return ranks;
    }

    private List<Ranked> decide(Sheet sheet) {
        var decided = new ArrayList<Ranked>();
        for (var candidate : sheet.runningAt(facts.at())) {
            var open = openRules(candidate);
            if (open != null) {
                decided.add(new Ranked(new Offer(candidate, open)));
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
