package io.discounts.service.eligibility.pricing;

import io.discounts.service.discount.Effect;
import io.discounts.service.discount.Money;
import io.discounts.service.discount.Percent;
import io.discounts.service.discount.Target;
import io.discounts.service.discount.fixtures.DiscountBuilder;
import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static io.discounts.service.eligibility.fixtures.BasketFixtures.basket;
import static io.discounts.service.eligibility.fixtures.BasketFixtures.fees;
import static io.discounts.service.eligibility.fixtures.BasketFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

class SavingsTest {
    private static final Basket PIZZA_AND_DRINKS = basket(line("p1", 1, 950, "pizza"), line("p2", 3, 333, "drink"));

    @Test
    void takesAPercentageOfTheWholeBaseAndSharesItOut() {
        // 33.33 % of 1949 is 649.6; shares of 650: 316.83 and 333.17.
        assertThat(lines(aDiscount().percentageOff("33.33", 5000), PIZZA_AND_DRINKS))
                .containsExactly(317, 333);
    }

    @Test
    void takesAPercentageOfMatchingLinesOnly() {
        assertThat(lines(aDiscount().percentageOff(20).onCategories("pizza"), PIZZA_AND_DRINKS))
                .containsExactly(190, 0);
        assertThat(lines(aDiscount().percentageOff(20).onProducts("p2"), PIZZA_AND_DRINKS))
                .containsExactly(0, 200);
    }

    @Test
    void takesAnAmountOffOnceAtMostTheBase() {
        assertThat(lines(aDiscount().amountOff(100), PIZZA_AND_DRINKS)).containsExactly(49, 51);
        assertThat(lines(aDiscount().amountOff(5000), PIZZA_AND_DRINKS)).containsExactly(950, 999);
    }

    @Test
    void takesAnAmountOffEachUnitAtMostItsPrice() {
        assertThat(lines(aDiscount().amountOffEachUnit(400), PIZZA_AND_DRINKS)).containsExactly(400, 999);
        assertThat(lines(aDiscount().amountOffEachUnit(10), PIZZA_AND_DRINKS)).containsExactly(10, 30);
    }

    @Test
    void lowersEachUnitToAFixedPrice() {
        assertThat(lines(aDiscount().fixedPrice(300), PIZZA_AND_DRINKS)).containsExactly(650, 99);
        assertThat(lines(aDiscount().fixedPrice(333), PIZZA_AND_DRINKS)).containsExactly(617, 0);
        assertThat(lines(aDiscount().fixedPrice(0), PIZZA_AND_DRINKS)).containsExactly(950, 999);
    }

    @Test
    void countsTheUnitsThatCarryOneMinorUnitMore() {
        var prices = new Prices(basket(line("p1", 3, 100)));
        prices.take(Savings.of(aDiscount().amountOff(1).build(), prices)); // 100 100 99

        var lowered = Savings.of(aDiscount().fixedPrice(99).build(), prices);
        var reduced = Savings.of(aDiscount().amountOffEachUnit(100).build(), prices);

        assertThat(lowered.amount()).isEqualTo(2);
        assertThat(reduced.amount()).isEqualTo(299);
    }

    @Test
    void capsEveryEffectButAnAmountOff() {
        var cap = new Money(100);

        assertThat(amount(new Effect.PercentageOff(Percent.FULL, cap))).isEqualTo(100);
        assertThat(amount(new Effect.FixedPrice(new Money(1), cap))).isEqualTo(100);
        assertThat(amount(new Effect.BuyXGetY(1, 1, Percent.FULL, null, null, cap)))
                .isEqualTo(100);
        assertThat(amount(new Effect.BundlePrice(2, new Money(1), null, cap))).isEqualTo(100);
    }

    @Test
    void sharesACapOverWhatEachLineWouldHaveSaved() {
        var freeSecond = new Effect.BuyXGetY(1, 1, Percent.FULL, null, null, new Money(10));

        // Without the cap: nothing, 200 and 100.
        assertThat(lines(
                        aDiscount().effect(freeSecond),
                        basket(line("p1", 1, 900), line("p2", 2, 200), line("p3", 1, 100))))
                .containsExactly(0, 7, 3);
    }

    @Test
    void leavesLinesAloneThatSaveLessThanTheCap() {
        assertThat(lines(aDiscount().percentageOff("10", 1000), PIZZA_AND_DRINKS))
                .containsExactly(95, 100);
    }

    @Test
    void actsOnEachFee() {
        var fees = fees(290, 99);

        assertThat(amount(aDiscount().percentageOff(50).onServiceFee(), fees)).isEqualTo(50); // 49.5
        assertThat(amount(aDiscount().percentageOff("50", 100).onDeliveryFee(), fees))
                .isEqualTo(100);
        assertThat(amount(aDiscount().amountOff(100).onDeliveryFee(), fees)).isEqualTo(100);
        assertThat(amount(aDiscount().amountOff(100).onServiceFee(), fees)).isEqualTo(99);
        assertThat(amount(aDiscount().fixedPrice(90).onDeliveryFee(), fees)).isEqualTo(200);
        assertThat(amount(aDiscount().fixedPrice(100).onServiceFee(), fees)).isZero();
    }

    @Test
    void tellsOfAFeeNoLines() {
        var saving = saving(aDiscount().amountOff(100).onDeliveryFee(), fees(290, 0));

        assertThat(saving.target()).isEqualTo(Target.Fee.DELIVERY);
        assertThat(saving.ofLine(0)).isZero();
        assertThat(saving.isNothing()).isFalse();
    }

    @Test
    void savesNothingWhereNothingMatches() {
        assertThat(saving(aDiscount().percentageOff(20).onProducts("p9"), PIZZA_AND_DRINKS)
                        .isNothing())
                .isTrue();
    }

    private static long amount(Effect effect) {
        return amount(aDiscount().effect(effect), PIZZA_AND_DRINKS);
    }

    private static long amount(DiscountBuilder discount, Basket basket) {
        return saving(discount, basket).amount();
    }

    private static long[] lines(DiscountBuilder discount, Basket basket) {
        var saving = saving(discount, basket);
        return IntStream.range(0, basket.lines().size())
                .mapToLong(saving::ofLine)
                .toArray();
    }

    private static Saving saving(DiscountBuilder discount, Basket basket) {
        return Savings.of(discount.build(), new Prices(basket));
    }
}
