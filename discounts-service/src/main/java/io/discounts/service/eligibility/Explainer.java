package io.discounts.service.eligibility;

import io.discounts.service.catalog.Candidate;
import io.discounts.service.catalog.CandidateLookup;
import io.discounts.service.catalog.Sheet;
import io.discounts.service.catalog.StoreCandidates;
import io.discounts.service.discount.Discount;
import io.discounts.service.eligibility.Explanation.Conclusion;
import io.discounts.service.eligibility.Explanation.Coverage;
import io.discounts.service.eligibility.Explanation.KeyMatch;
import io.discounts.service.eligibility.Explanation.Part;
import io.discounts.service.eligibility.Explanation.RuleVerdict;
import io.discounts.service.redemption.Availability;
import io.discounts.service.redemption.Availability.Remaining;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/** Tells of one discount what {@link EligibilityEvaluator} decides and why. Safe for use by any thread. */
public final class Explainer {
    private final EligibilityEvaluator evaluator;
    private final Availability availability;

    public Explainer(EligibilityEvaluator evaluator, Availability availability) {
        this.evaluator = evaluator;
        this.availability = availability;
    }

    /**
     * Explains for one store: for a checkout where the facts hold a basket, else for store navigation.
     *
     * @param discount as it is now; what the store's sheets say of it may be older and does not count
     */
    public Explanation explain(Discount discount, StoreCandidates store, Facts facts) {
        var left = availability.remaining(discount, facts.customer().id());
        var assessed = assessment(discount, facts);
        return new Explanation(
                store.storeId(),
                discount,
                coverage(discount, store),
                discount.validity().contains(facts.at()),
                rules(discount, facts),
                part(assessed, Reason.CURRENCY),
                part(assessed, Reason.TARGET),
                limits(discount, facts, left, assessed),
                left,
                conclusion(new Candidate(discount), store, facts));
    }

    private @Nullable Assessment assessment(Discount discount, Facts facts) {
        var basket = facts.basket();
        return basket == null ? null : new StoreAssessments(facts, basket, availability).of(new Candidate(discount));
    }

    private static Part limits(Discount discount, Facts facts, Remaining left, @Nullable Assessment assessed) {
        var saving = assessed == null ? null : assessed.saving();
        long cost = saving == null ? LimitReasons.UNKNOWN_SAVING : saving.amount();
        return Part.of(LimitReasons.of(discount, left, facts.customer().id() != null, cost));
    }

    private static Coverage coverage(Discount discount, StoreCandidates store) {
        var facts = store.facts();
        if (facts == null) {
            return new Coverage(false, List.of(), List.of());
        }
        var named = discount.scope().keys();
        var excepted = discount.scope().except().keys();
        var keys = facts.scopeKeys();
        return new Coverage(
                discount.scope().covers(facts),
                keys.stream().map(key -> new KeyMatch(key, named.contains(key))).toList(),
                keys.stream().filter(excepted::contains).toList());
    }

    /** Money rules cannot compare across currencies: to them the basket is unknown. */
    private static List<RuleVerdict> rules(Discount discount, Facts facts) {
        var basket = facts.basket();
        var comparable = basket == null || basket.currency().equals(discount.currency());
        return discount.rules().stream()
                .map(rule -> comparable || !Rules.comparesMoney(rule)
                        ? new RuleVerdict(rule, Rules.verdict(rule, facts), Reasons.of(rule, facts))
                        : new RuleVerdict(rule, Verdict.UNKNOWN, List.of()))
                .toList();
    }

    private static Part part(@Nullable Assessment assessed, String rule) {
        return assessed == null
                ? Part.TRUE
                : Part.of(assessed.reasons().stream()
                        .filter(reason -> reason.rule().equals(rule))
                        .toList());
    }

    private Conclusion conclusion(Candidate candidate, StoreCandidates store, Facts facts) {
        var current = withCurrent(candidate, store);
        var basket = facts.basket();
        return basket == null
                ? ofSearch(candidate.id(), evaluator.search(new CandidateLookup.Found(List.of(current), false), facts))
                : ofEvaluation(candidate.id(), evaluator.evaluate(current, facts, basket));
    }

    private static StoreCandidates withCurrent(Candidate candidate, StoreCandidates store) {
        var others = store.sheets().stream()
                .map(sheet -> new Sheet(sheet.candidates().stream()
                        .filter(other -> !other.id().equals(candidate.id()))
                        .toList()));
        var sheets =
                Stream.concat(others, Stream.of(new Sheet(List.of(candidate)))).toList();
        return new StoreCandidates(store.storeId(), store.facts(), sheets);
    }

    private static Conclusion ofSearch(String id, SearchAnswer answer) {
        return answer.offers().stream()
                .filter(offer -> offer.candidate().id().equals(id))
                .findFirst()
                .<Conclusion>map(offer -> new Conclusion.Listed(offer.conditions().stream()
                        .mapToObj(offer.candidate().discount().rules()::get)
                        .toList()))
                .orElseGet(Conclusion.LeftOut::new);
    }

    private static Conclusion ofEvaluation(String id, Evaluation evaluation) {
        var combination = evaluation.applied().stream()
                .map(applied -> applied.candidate().id())
                .toList();
        var applied = evaluation.applied().stream()
                .filter(each -> each.candidate().id().equals(id))
                .<Conclusion>map(each -> new Conclusion.Applied(each, combination));
        var notApplied = evaluation.notApplied().stream()
                .filter(each -> each.candidate().id().equals(id))
                .<Conclusion>map(each -> new Conclusion.NotApplied(each, combination));
        return Stream.concat(applied, notApplied).findFirst().orElseGet(Conclusion.NoCandidate::new);
    }
}
