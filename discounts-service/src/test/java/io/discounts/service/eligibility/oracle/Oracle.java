package io.discounts.service.eligibility.oracle;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Rule;
import io.discounts.service.discount.StoreFacts;
import io.discounts.service.eligibility.Facts;
import io.discounts.service.eligibility.pricing.Basket;
import io.discounts.service.redemption.Availability;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Decides as the contract says. */
public final class Oracle {
    static final Comparator<Discount> BY_PRIORITY_THEN_ID = Comparator.comparing(
                    (Discount discount) -> discount.stacking().priority())
            .reversed()
            .thenComparing(discount -> discount.id().toString());

    /** Where currencies differ nobody knows the saving; but without any money left the discount is exhausted all the same. */
    private static final BigInteger LEAST_SAVING = BigInteger.ONE;

    private final Availability availability;

    public Oracle(Availability availability) {
        this.availability = availability;
    }

    /**
     * An answer to evaluate; both maps in the answer's order.
     *
     * @param applied what comes off each line in basket order, then off the delivery fee, then off the service fee
     * @param notApplied every reason, sorted
     * @param savingsOfCombinations what each of the combinations that the contract names would save
     */
    public record Decision(
            Map<DiscountId, List<BigInteger>> applied,
            Map<DiscountId, List<Refusal>> notApplied,
            List<BigInteger> savingsOfCombinations) {}

    /** An answer to search: the discounts listed, each with the positions of its open rules. */
    public Map<DiscountId, List<Integer>> search(List<Discount> discounts, StoreFacts store, Facts facts) {
        var listed = new LinkedHashMap<DiscountId, List<Integer>>();
        candidates(discounts, store, facts)
                .filter(discount -> isOffered(discount, facts))
                .forEach(discount -> listed.put(discount.id(), openRules(discount.rules(), facts)));
        return listed;
    }

    private boolean isOffered(Discount discount, Facts facts) {
        return discount.rules().stream().noneMatch(rule -> Truth.isFalse(rule, facts))
                && !limits(discount, facts).hideInSearch();
    }

    private static List<Integer> openRules(List<Rule> rules, Facts facts) {
        return IntStream.range(0, rules.size())
                .filter(position -> Truth.isUnknown(rules.get(position), facts))
                .boxed()
                .toList();
    }

    /** An answer to evaluate. */
    public Decision evaluate(List<Discount> discounts, StoreFacts store, Facts facts, Basket basket) {
        var bill = Bill.of(basket);
        var refusals = new LinkedHashMap<DiscountId, List<Refusal>>();
        var eligible = new ArrayList<Discount>();
        candidates(discounts, store, facts).forEach(discount -> {
            var against = refusals(discount, facts, bill);
            refusals.put(discount.id(), against);
            if (against.isEmpty()) {
                eligible.add(discount);
            }
        });
        var choice = new Choice(eligible, bill);
        var applied = choice.best();
        choice.refusals(applied).forEach((id, refusal) -> refusals.put(id, List.of(refusal)));
        refusals.keySet().removeAll(applied.cuts().keySet());
        return new Decision(
                applied.cuts(), refusals, choice.plans().map(Plan::saving).toList());
    }

    /** Rule 1. */
    private static Stream<Discount> candidates(List<Discount> discounts, StoreFacts store, Facts facts) {
        return discounts.stream()
                .filter(discount -> discount.scope().covers(store))
                .filter(discount -> discount.validity().contains(facts.at()))
                .sorted(BY_PRIORITY_THEN_ID);
    }

    private List<Refusal> refusals(Discount discount, Facts facts, Bill bill) {
        boolean currencyFits = discount.currency().equals(bill.basket().currency());
        var saving = Shares.sum(Cuts.of(discount, bill));
        var refusals = new ArrayList<Refusal>();
        if (!currencyFits) {
            refusals.add(new Refusal("currency", "currency_mismatch"));
        }
        discount.rules().stream()
                .filter(rule -> currencyFits || !(rule instanceof Rule.MinBasket))
                .forEach(rule ->
                        Truth.failures(rule, facts).forEach(code -> refusals.add(new Refusal(rule.type(), code))));
        if (bill.positionsOf(discount.target()).isEmpty()) {
            refusals.add(new Refusal("target", "no_matching_items"));
        }
        limits(discount, facts)
                .codes(currencyFits ? saving : LEAST_SAVING)
                .forEach(code -> refusals.add(new Refusal("limits", code)));
        if (refusals.isEmpty() && saving.signum() == 0) {
            refusals.add(new Refusal("target", "no_saving"));
        }
        return refusals.stream().sorted().toList();
    }

    private LimitState limits(Discount discount, Facts facts) {
        return new LimitState(
                discount.limits(),
                facts.customer().id(),
                availability.remaining(discount, facts.customer().id()));
    }
}
