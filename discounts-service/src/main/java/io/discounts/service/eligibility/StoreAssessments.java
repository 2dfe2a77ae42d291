package io.discounts.service.eligibility;

import io.discounts.service.catalog.Candidate;
import io.discounts.service.catalog.StoreCandidates;
import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Target;
import io.discounts.service.eligibility.pricing.Basket;
import io.discounts.service.eligibility.pricing.Prices;
import io.discounts.service.eligibility.pricing.Saving;
import io.discounts.service.eligibility.pricing.Savings;
import io.discounts.service.eligibility.unlock.Unlock;
import io.discounts.service.eligibility.unlock.Unlocks;
import io.discounts.service.redemption.Availability;
import io.discounts.service.redemption.Availability.Remaining;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Holds a store's candidates, one by one, against a checkout: rules 1, 2 and 8 of the contract's decision rules. */
final class StoreAssessments {
    private final Facts facts;
    private final Basket basket;
    private final Availability.ForCustomer availability;
    private final Prices undiscounted;

    StoreAssessments(Facts facts, Basket basket, Availability availability) {
        this.facts = facts;
        this.basket = basket;
        this.availability = availability.forCustomer(facts.customer().id());
        this.undiscounted = new Prices(basket);
    }

    /** By priority descending, then id; none for an unknown store. */
    List<Assessment> of(StoreCandidates store) {
        var candidates = CandidatesOfStore.runningAt(facts.at(), store);
        var assessments = new ArrayList<Assessment>(candidates.size());
        for (var candidate : candidates) {
            assessments.add(of(candidate));
        }
        return assessments;
    }

    Assessment of(Candidate candidate) {
        var discount = candidate.discount();
        var saving = discount.currency().equals(basket.currency()) ? Savings.of(discount, undiscounted) : null;
        var reasons = new ArrayList<Reason>(2);
        addCurrencyReason(discount, saving, reasons);
        addRuleReasons(discount, saving, reasons);
        addTargetReason(discount.target(), saving, reasons);
        addLimitReasons(candidate, saving, reasons);
        if (reasons.isEmpty() && saving != null && saving.isNothing()) {
            reasons.add(new Reason(Reason.TARGET, ReasonCode.NO_SAVING));
        }
        return new Assessment(candidate, saving, reasons);
    }

    /** What would make a refused candidate eligible; none for an eligible one: only others stand in its way. */
    @Nullable
    Unlock unlock(Assessment assessment) {
        if (assessment.isEligible()) {
            return null;
        }
        var discount = assessment.candidate().discount();
        long moneyLeft =
                !assessment.candidate().isLimited() || discount.limits().budget() == null
                        ? Remaining.UNBOUNDED
                        : availability.remaining(discount).money();
        return Unlocks.of(discount, facts, basket, assessment.saving(), assessment.reasons(), moneyLeft);
    }

    private void addCurrencyReason(Discount discount, @Nullable Saving saving, List<Reason> reasons) {
        if (saving == null) {
            reasons.add(new Reason(
                    Reason.CURRENCY,
                    ReasonCode.CURRENCY_MISMATCH,
                    new Told.Text(discount.currency().getCurrencyCode()),
                    new Told.Text(basket.currency().getCurrencyCode())));
        }
    }

    private void addRuleReasons(Discount discount, @Nullable Saving saving, List<Reason> reasons) {
        for (var rule : discount.rules()) {
            if (saving != null || !Rules.comparesMoney(rule)) {
                reasons.addAll(Reasons.of(rule, facts));
            }
        }
    }

    /** What saves something has something to act on. */
    private void addTargetReason(Target target, @Nullable Saving saving, List<Reason> reasons) {
        var savesNothing = saving == null || saving.isNothing();
        if (savesNothing && target instanceof Target.Items items && basket.units(items.selection()) == 0) {
            reasons.add(new Reason(Reason.TARGET, ReasonCode.NO_MATCHING_ITEMS));
        }
    }

    private void addLimitReasons(Candidate candidate, @Nullable Saving saving, List<Reason> reasons) {
        if (candidate.isLimited()) {
            var discount = candidate.discount();
            var remaining = availability.remaining(discount);
            var customerIsKnown = facts.customer().id() != null;
            long needed = saving == null ? LimitReasons.UNKNOWN_SAVING : saving.amount();
            reasons.addAll(LimitReasons.of(discount, remaining, customerIsKnown, needed));
        }
    }
}
