package io.discounts.service.eligibility;

import io.discounts.service.catalog.Candidate;
import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Rule;
import io.discounts.service.redemption.Availability;
import org.jspecify.annotations.Nullable;

import java.util.BitSet;
import java.util.List;

/** Holds discounts, one by one, against what a search tells: which rules are left open, unless something speaks against it. */
final class OpenRules {
    private static final BitSet NONE = new BitSet(0);

    private final Facts facts;
    private final Availability.ForCustomer availability;

    OpenRules(Facts facts, Availability availability) {
        this.facts = facts;
        this.availability = availability.forCustomer(facts.customer().id());
    }

    /** Absent if one of its rules or a limit speaks against the candidate. */
    @Nullable
    Offer offer(Candidate candidate) {
        var open = facts.basket() == null && candidate.asksOfBasketAlone()
                ? all(candidate.rules().size())
                : open(candidate.rules());
        return open == null || isForbidden(candidate) ? null : new Offer(candidate, open);
    }

    private static BitSet all(int rules) {
        if (rules == 0) {
            return NONE;
        }
        var open = new BitSet(rules);
        open.set(0, rules);
        return open;
    }

    private @Nullable BitSet open(List<Rule> rules) {
        BitSet open = NONE;
        for (int i = 0; i < rules.size(); i++) {
            switch (Rules.verdict(rules.get(i), facts)) {
                case TRUE -> {}
                case FALSE -> {
                    return null;
                }
                case UNKNOWN -> {
                    open = open.isEmpty() ? new BitSet(rules.size()) : open;
                    open.set(i);
                }
            }
        }
        return open;
    }

    /** Asked last, for it may ask the database about the customer. */
    private boolean isForbidden(Candidate candidate) {
        return candidate.isLimited() && isForbidden(candidate.discount());
    }

    private boolean isForbidden(Discount discount) {
        var remaining = availability.remaining(discount);
        var customerIsKnown = facts.customer().id() != null;
        return LimitReasons.forbid(LimitReasons.of(discount, remaining, customerIsKnown, LimitReasons.UNKNOWN_SAVING));
    }
}
