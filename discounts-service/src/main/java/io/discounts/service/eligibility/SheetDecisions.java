package io.discounts.service.eligibility;

import io.discounts.service.catalog.Candidate;
import io.discounts.service.catalog.Sheet;
import io.discounts.service.discount.Discount;
import io.discounts.service.redemption.Availability;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;

/** The decisions of one search, one for each sheet. */
final class SheetDecisions {
    private static final BitSet NOTHING_OPEN = new BitSet(0);

    private final Facts facts;
    private final Availability availability;
    private final IdentityHashMap<Sheet, List<Offer>> offers = new IdentityHashMap<>();

    SheetDecisions(Iterable<Sheet> sheets, Facts facts, Availability availability) {
        this.facts = facts;
        this.availability = availability;
        for (var sheet : sheets) {
            offers.computeIfAbsent(sheet, this::decide);
        }
        var newest = new NewestCandidates();
        offers.values().forEach(some -> some.forEach(offer -> newest.add(offer.candidate())));
        offers.keySet().forEach(newest::compare);
        offers.values().forEach(some -> some.removeIf(offer -> !newest.contain(offer.candidate())));
    }

    /** The sheet's offers in the sheet's order. */
    List<Offer> offers(Sheet sheet) {
        return offers.getOrDefault(sheet, List.of());
    }

    private List<Offer> decide(Sheet sheet) {
        var decided = new ArrayList<Offer>();
        for (var candidate : sheet.runningAt(facts.at())) {
            var open = openRules(candidate);
            if (open != null) {
                decided.add(new Offer(candidate, open));
            }
        }
        return decided;
    }

    /** The rules that the facts leave open, or null if one of them or a limit speaks against it. */
    private @Nullable BitSet openRules(Candidate candidate) {
        var discount = candidate.discount();
        if (isForbidden(discount)) {
            return null;
        }
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
        return open;
    }

    private boolean isForbidden(Discount discount) {
        if (discount.limits().isNone()) {
            return false;
        }
        var customer = facts.customer().id();
        var remaining = availability.remaining(discount, customer);
        return LimitReasons.forbid(LimitReasons.of(discount, remaining, customer != null, LimitReasons.UNKNOWN_SAVING));
    }
}
