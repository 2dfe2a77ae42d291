package io.discounts.service.eligibility;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Money;
import io.discounts.service.discount.fixtures.DiscountBuilder;
import io.discounts.service.eligibility.fixtures.Checkout;
import io.discounts.service.eligibility.pricing.Basket;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static io.discounts.service.eligibility.FactsFixtures.ALL_KNOWN;
import static io.discounts.service.eligibility.ReasonCode.BEATEN_BY_COMBINATION;
import static io.discounts.service.eligibility.ReasonCode.BEATEN_BY_EXCLUSIVE;
import static io.discounts.service.eligibility.ReasonCode.NOT_BEST_IN_GROUP;
import static io.discounts.service.eligibility.ReasonCode.NO_SAVING;
import static io.discounts.service.eligibility.fixtures.BasketFixtures.basket;
import static io.discounts.service.eligibility.fixtures.BasketFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

/** On a pizza for 1000 and a drink for 200. */
class BestCombinationTest {
    private static final Basket BASKET = basket(line("p1", 1, 1000, "pizza"), line("p2", 1, 200, "drink"));

    @Test
    void appliesStackablesByPriorityThenIdEachToWhatIsLeft() {
        var decision = decide(off("p:b", 100).priority(1), aDiscount().id("p:c").percentageOff(50), off("p:a", 100));

        assertThat(applied(decision)).containsExactly("p:b 100", "p:a 100", "p:c 500");
    }

    @Test
    void keepsTheBestOfAGroup() {
        var decision = decide(
                off("p:a", 100).group("g"),
                off("p:b", 300).group("g"),
                off("p:c", 200).group("g"));

        assertThat(applied(decision)).containsExactly("p:b 300");
        assertThat(refused(decision)).isEqualTo(Map.of("p:a", NOT_BEST_IN_GROUP, "p:c", NOT_BEST_IN_GROUP));
    }

    @Test
    void keepsThePriorOneThenTheSmallerIdOfEquals() {
        assertThat(applied(decide(
                        off("p:a", 100).group("g"), off("p:b", 100).group("g").priority(1))))
                .containsExactly("p:b 100");
        assertThat(applied(decide(off("p:b", 100).group("g"), off("p:B", 100).group("g"))))
                .containsExactly("p:B 100");
    }

    @Test
    void countsAGroupWithinItsProviderUnlessShared() {
        assertThat(applied(decide(off("p:a", 100).group("g"), off("q:a", 300).group("g"))))
                .containsExactly("p:a 100", "q:a 300");
        assertThat(applied(decide(
                        off("p:a", 100).group("shared:g"), off("q:a", 300).group("shared:g"))))
                .containsExactly("q:a 300");
        assertThat(applied(decide(
                        off("p:a", 100).group("shared:g"), off("p:b", 300).group("shared:h"))))
                .containsExactly("p:a 100", "p:b 300");
    }

    @Test
    void leavesExclusivesOutOfGroups() {
        var decision =
                decide(off("p:a", 100).group("g"), off("p:b", 90).group("g").exclusive());

        assertThat(applied(decision)).containsExactly("p:a 100");
        assertThat(refused(decision)).isEqualTo(Map.of("p:b", BEATEN_BY_COMBINATION));
    }

    @Test
    void letsAnExclusiveBeatAllOthersThatSaveLess() {
        var decision = decide(
                off("p:a", 100),
                off("p:b", 100),
                off("p:c", 90).group("g"),
                off("p:d", 80).group("g"),
                off("p:e", 291).exclusive(),
                off("p:f", 290).exclusive());

        assertThat(applied(decision)).containsExactly("p:e 291");
        assertThat(refused(decision))
                .isEqualTo(Map.of(
                        "p:a", BEATEN_BY_EXCLUSIVE,
                        "p:b", BEATEN_BY_EXCLUSIVE,
                        "p:c", BEATEN_BY_EXCLUSIVE,
                        "p:d", NOT_BEST_IN_GROUP,
                        "p:f", BEATEN_BY_EXCLUSIVE));
    }

    @Test
    void prefersFewerDiscountsOfEqualSavings() {
        assertThat(applied(decide(
                        off("p:a", 100).priority(9),
                        off("p:b", 100),
                        off("p:z", 200).exclusive())))
                .containsExactly("p:z 200");
    }

    @Test
    void prefersTheFirstOnesPriorityThenIdOfAsManyDiscounts() {
        assertThat(applied(decide(off("p:b", 200), off("p:a", 200).exclusive())))
                .containsExactly("p:a 200");
        assertThat(applied(decide(off("p:a", 200), off("p:b", 200).exclusive())))
                .containsExactly("p:a 200");
        assertThat(applied(decide(off("p:a", 200), off("p:b", 200).exclusive().priority(1))))
                .containsExactly("p:b 200");
    }

    @Test
    void tellsOfWhatSavesNothingAtItsPlace() {
        var free = aDiscount().id("p:a").percentageOff(100).priority(1);

        var decision =
                decide(free, off("p:b", 100), off("p:c", 1200).exclusive().priority(-1));

        assertThat(applied(decision)).containsExactly("p:a 1200");
        assertThat(refused(decision)).isEqualTo(Map.of("p:b", NO_SAVING, "p:c", BEATEN_BY_COMBINATION));
    }

    @Test
    void appliesAnExclusiveThatIsAlone() {
        assertThat(applied(decide(off("p:a", 1).exclusive()))).containsExactly("p:a 1");
    }

    @Test
    void appliesNothingWhereNothingSaves() {
        var decision = decide(
                off("p:a", 100).onDeliveryFee(),
                aDiscount().id("p:b").fixedPrice(1000).exclusive());

        assertThat(applied(decision)).isEmpty();
        assertThat(refused(decision)).isEqualTo(Map.of("p:a", NO_SAVING, "p:b", NO_SAVING));
    }

    @Test
    void addsUpWhatComesOffItemsAndFees() {
        var basket = new Basket(BASKET.currency(), BASKET.lines(), new Money(290), new Money(100));

        var decision = decide(
                basket,
                off("p:a", 300),
                off("p:b", 200).onDeliveryFee(),
                off("p:c", 30).onServiceFee());

        assertThat(decision.totals()).isEqualTo(new Totals(1200, 300, 290, 200, 100, 30));
        assertThat(decision.totals().discount()).isEqualTo(530);
        assertThat(decision.totals().total()).isEqualTo(1060);
    }

    private static DiscountBuilder off(String id, long amount) {
        return aDiscount().id(id).amountOff(amount);
    }

    private static Evaluation decide(DiscountBuilder... discounts) {
        return decide(BASKET, discounts);
    }

    private static Evaluation decide(Basket basket, DiscountBuilder... discounts) {
        var facts = new Facts(ALL_KNOWN.customer(), ALL_KNOWN.context(), basket, ALL_KNOWN.at());
        List<Discount> built = Stream.of(discounts).map(DiscountBuilder::build).toList();
        var checkout = new Checkout(built, facts, Map.of());
        return new EligibilityEvaluator(checkout.availability()).evaluate(checkout.store(), facts, basket);
    }

    private static List<String> applied(Evaluation decision) {
        return decision.applied().stream()
                .map(one -> one.candidate().id() + " " + one.saving().amount())
                .toList();
    }

    private static Map<String, ReasonCode> refused(Evaluation decision) {
        return decision.notApplied().stream()
                .collect(Collectors.toMap(
                        one -> one.candidate().id(),
                        one -> one.reasons().getFirst().code()));
    }
}
