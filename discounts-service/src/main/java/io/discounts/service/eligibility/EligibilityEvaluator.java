package io.discounts.service.eligibility;

import io.discounts.service.catalog.CandidateLookup;
import io.discounts.service.catalog.StoreCandidates;
import io.discounts.service.eligibility.pricing.Basket;
import io.discounts.service.redemption.Availability;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides: the same rules serve store navigation, for many stores and a basket yet unknown, and checkout, for one store and
 * all facts. Pure but for what is left of limits, which is passed in; safe for use by any thread.
 */
public final class EligibilityEvaluator {
    private final Availability availability;

    public EligibilityEvaluator(Availability availability) {
        this.availability = availability;
    }

    /**
     * Lists, for each store, the discounts that no rule speaks against. No rule asks about the store, so a sheet is
     * decided once for all the stores that share it; what differs between them is the exceptions of a scope.
     */
    public SearchAnswer search(CandidateLookup.Found found, Facts facts) {
        return found.stores().size() == 1 ? searchOne(found, facts) : searchMany(found, facts);
    }

    /** Nothing has to be kept from one store for the next. */
    private SearchAnswer searchOne(CandidateLookup.Found found, Facts facts) {
        var store = found.stores().getFirst();
        var rules = new OpenRules(facts, availability);
        var candidates = CandidatesOfStore.runningAt(facts.at(), store);
        var offers = new ArrayList<Offer>(candidates.size());
        for (var candidate : candidates) {
            var offer = rules.offer(candidate);
            if (offer != null) {
                offers.add(offer);
            }
        }
        return new SearchAnswer(List.of(new SearchAnswer.StoreOffers(store.storeId(), offers)), offers, found.stale());
    }

    private SearchAnswer searchMany(CandidateLookup.Found found, Facts facts) {
        var decisions = new SheetDecisions(found.stores(), facts, availability);
        var stores = new ArrayList<SearchAnswer.StoreOffers>(found.stores().size());
        for (var store : found.stores()) {
            var known = store.facts();
            var offers = known == null ? List.<Offer>of() : decisions.offers(store.sheets(), known);
            stores.add(new SearchAnswer.StoreOffers(store.storeId(), offers));
        }
        return new SearchAnswer(stores, decisions.told(), found.stale());
    }

    /** Prices a basket with the best combination of the store's discounts, and tells of every other why not. */
    public Evaluation evaluate(StoreCandidates store, Facts facts, Basket basket) {
        var checkout = new StoreAssessments(facts, basket, availability);
        var assessments = checkout.of(store);
        var best = new BestCombination(assessments, basket);
        var notApplied = new ArrayList<Evaluation.NotApplied>(assessments.size());
        for (var assessment : assessments) {
            var reasons = assessment.isEligible() ? best.reasonsAgainst(assessment) : assessment.reasons();
            if (!reasons.isEmpty()) {
                notApplied.add(new Evaluation.NotApplied(assessment.candidate(), reasons, checkout.unlock(assessment)));
            }
        }
        var applied = best.winner().applied();
        return new Evaluation(applied, Totals.of(basket, applied), notApplied);
    }
}
