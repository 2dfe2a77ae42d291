package io.discounts.service.eligibility;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Rule;
import io.discounts.service.eligibility.fixtures.Checkout;
import io.discounts.service.eligibility.pricing.Basket;
import io.discounts.service.redemption.Availability;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;

import java.util.List;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static io.discounts.service.eligibility.fixtures.BasketFixtures.basket;
import static io.discounts.service.eligibility.fixtures.BasketFixtures.line;

/** What evaluate says would unlock the only discount of a store. */
final class Unlocked {
    /** Two pizzas for 9.50 each. */
    static final Basket PIZZAS = basket(line("p1", 2, 950, "pizza"));

    private Unlocked() {}

    static Arguments unlocks(String text, Rule... rules) {
        return Arguments.of(text, List.of(rules));
    }

    static Discount withRules(List<Rule> rules) {
        return aDiscount().rules(rules.toArray(Rule[]::new)).build();
    }

    static @Nullable String text(Discount discount, Facts facts) {
        return text(discount, facts, PIZZAS);
    }

    static @Nullable String text(Discount discount, Facts facts, Basket basket) {
        return text(discount, facts, basket, Availability.UNTOUCHED);
    }

    static @Nullable String text(Discount discount, Facts facts, Basket basket, Availability availability) {
        var known = new Facts(facts.customer(), facts.context(), basket, facts.at());
        var unlock = new EligibilityEvaluator(availability)
                .evaluate(Checkout.storeWith(List.of(List.of(discount))), known, basket)
                .notApplied()
                .getFirst()
                .unlock();
        return unlock == null ? null : unlock.text();
    }
}
