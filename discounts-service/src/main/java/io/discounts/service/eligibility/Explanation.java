package io.discounts.service.eligibility;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Rule;
import io.discounts.service.discount.ScopeKey;
import io.discounts.service.discount.StoreId;
import io.discounts.service.redemption.Availability.Remaining;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything that speaks for and against one discount in one store: what support reads to a customer.
 *
 * @param saving what speaks for or against the target: nothing to act on, or nothing to save
 * @param left of the discount's limits
 * @param conclusion what search or evaluate answer
 */
public record Explanation(
        StoreId storeId,
        Discount discount,
        Coverage coverage,
        boolean valid,
        List<RuleVerdict> rules,
        Part currency,
        Part saving,
        Part limits,
        Remaining left,
        Conclusion conclusion) {

    /** What scope, validity, currency, rules, target and limits say together. */
    public Verdict verdict() {
        var verdicts = new ArrayList<>(List.of(
                Verdict.of(coverage.covers()),
                Verdict.of(valid),
                currency.verdict(),
                saving.verdict(),
                limits.verdict()));
        rules.forEach(rule -> verdicts.add(rule.verdict()));
        return Verdict.all(verdicts);
    }

    /**
     * Why the scope covers the store or does not.
     *
     * @param keys what the store could be named by; none for an unknown store
     * @param exceptedBy those of them that the scope excepts
     */
    public record Coverage(boolean covers, List<KeyMatch> keys, List<ScopeKey> exceptedBy) {}

    /** One key of a store, and whether the scope names it. */
    public record KeyMatch(ScopeKey key, boolean named) {}

    /** A rule, what it says, and why unless it holds. */
    public record RuleVerdict(Rule rule, Verdict verdict, List<Reason> reasons) {}

    /** What speaks beside the rules, and why unless it holds. */
    public record Part(Verdict verdict, List<Reason> reasons) {
        static final Part TRUE = new Part(Verdict.TRUE, List.of());

        static Part of(List<Reason> reasons) {
            if (reasons.isEmpty()) {
                return TRUE;
            }
            var known = reasons.stream().anyMatch(reason -> reason.code() != ReasonCode.UNKNOWN_FACT);
            return new Part(known ? Verdict.FALSE : Verdict.UNKNOWN, reasons);
        }
    }

    /** What the customer is told. */
    public sealed interface Conclusion {
        /** Search lists it, with the rules that are still open. */
        record Listed(List<Rule> conditions) implements Conclusion {}

        /** Search leaves it out. */
        record LeftOut() implements Conclusion {}

        /** Evaluate takes it off, as one of these, in their order of application. */
        record Applied(Evaluation.Applied applied, List<String> combination) implements Conclusion {}

        /** Evaluate does not; these are applied instead. */
        record NotApplied(Evaluation.NotApplied notApplied, List<String> combination) implements Conclusion {}

        /** Evaluate does not mention it: its scope does not cover the store, or it is not valid. */
        record NoCandidate() implements Conclusion {}
    }
}
