package io.discounts.service.eligibility;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Money;
import io.discounts.service.discount.Rule;
import io.discounts.service.eligibility.fixtures.Checkout;
import io.discounts.service.redemption.Availability;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.Stream;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static io.discounts.service.discount.fixtures.DiscountFixtures.firstOrder;
import static io.discounts.service.discount.fixtures.DiscountFixtures.forCustomers;
import static io.discounts.service.discount.fixtures.DiscountFixtures.handedOverBy;
import static io.discounts.service.discount.fixtures.DiscountFixtures.inSegment;
import static io.discounts.service.discount.fixtures.DiscountFixtures.minBasket;
import static io.discounts.service.discount.fixtures.DiscountFixtures.minQuantity;
import static io.discounts.service.discount.fixtures.DiscountFixtures.notInSegment;
import static io.discounts.service.discount.fixtures.DiscountFixtures.onPlatform;
import static io.discounts.service.discount.fixtures.DiscountFixtures.paidBy;
import static io.discounts.service.discount.fixtures.DiscountFixtures.window;
import static io.discounts.service.discount.fixtures.DiscountFixtures.within;
import static io.discounts.service.eligibility.FactsFixtures.ALL_KNOWN;
import static io.discounts.service.eligibility.FactsFixtures.NOTHING_KNOWN;
import static io.discounts.service.eligibility.Unlocked.text;
import static io.discounts.service.eligibility.Unlocked.unlocks;
import static io.discounts.service.eligibility.Unlocked.withRules;
import static io.discounts.service.eligibility.fixtures.BasketFixtures.fees;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

class UnlockTest {
    static Stream<Arguments> factsThatMiss() {
        return Stream.of(
                unlocks("student would unlock", inSegment("student", "staff")),
                unlocks("staff would unlock", inSegment("student", "staff"), inSegment("staff", "guest")),
                unlocks("staff would unlock", inSegment("student", "staff"), notInSegment("student")),
                unlocks("a would unlock and c would unlock", inSegment("a", "b"), inSegment("c", "d")),
                unlocks("pay with cash", paidBy("cash", "wallet")),
                unlocks("pay with wallet", paidBy("cash", "wallet"), paidBy("wallet", "bank")),
                unlocks("order on android", onPlatform("android")),
                unlocks("receive by pickup", handedOverBy("pickup")),
                unlocks("place 2 more orders", new Rule.OrderCount(5, null)),
                unlocks("place 1 more order", new Rule.OrderCount(4, 6), new Rule.OrderCount(2, 5)),
                unlocks("order at 2026-11-23T11:00:00Z", within("Europe/Madrid", window("12:00", "16:00", MONDAY))),
                unlocks(
                        "add 600 to the basket and student would unlock and pay with cash",
                        paidBy("cash"),
                        minBasket(2500),
                        inSegment("student")));
    }

    @ParameterizedTest
    @MethodSource("factsThatMiss")
    void changesTheFactsThatMiss(String text, List<Rule> rules) {
        assertThat(text(withRules(rules), ALL_KNOWN)).isEqualTo(text);
    }

    static Stream<Arguments> factsThatAreUnknown() {
        return Stream.of(
                unlocks("prime would unlock", inSegment("prime")),
                unlocks("segments without staff would unlock", notInSegment("staff")),
                unlocks("pay with card", paidBy("card")),
                unlocks("place 3 more orders", new Rule.OrderCount(3, null)),
                unlocks("a known number of orders up to 0 would unlock", firstOrder()),
                unlocks("a known number of orders would unlock", new Rule.OrderCount(0, null)));
    }

    @ParameterizedTest
    @MethodSource("factsThatAreUnknown")
    void tellsTheFactsThatAreUnknown(String text, List<Rule> rules) {
        assertThat(text(withRules(rules), NOTHING_KNOWN)).isEqualTo(text);
    }

    @Test
    void identifiesTheCustomerForALimitForEachCustomer() {
        assertThat(text(aDiscount().usesPerCustomer(1).build(), NOTHING_KNOWN)).isEqualTo("identify the customer");
    }

    static Stream<List<Rule>> rulesWithoutWay() {
        return Stream.of(
                List.of(forCustomers("c-2")),
                List.of(notInSegment("prime")),
                List.of(inSegment("student"), notInSegment("student")),
                List.of(paidBy("cash"), paidBy("wallet")),
                List.of(firstOrder()),
                List.of(new Rule.OrderCount(5, null), new Rule.OrderCount(null, 4)),
                List.of(minBasket(Money.MAX_MINOR_UNITS)),
                List.of(minQuantity(500_001)),
                List.of(minBasket(2500), forCustomers("c-2")),
                List.of(
                        within("UTC", window("08:00", "09:00", FRIDAY)),
                        within("UTC", window("09:00", "10:00", FRIDAY))));
    }

    @ParameterizedTest
    @MethodSource("rulesWithoutWay")
    void hasNoneWhereACustomerCannotRemoveEveryReason(List<Rule> rules) {
        assertThat(text(withRules(rules), ALL_KNOWN)).isNull();
    }

    @Test
    void hasNoneForAnUnknownCustomerWhereTheDiscountIsForNamedOnes() {
        assertThat(text(withRules(List.of(forCustomers("c-1"))), NOTHING_KNOWN)).isNull();
    }

    @Test
    void hasNoneInAnotherCurrency() {
        assertThat(text(aDiscount().currency("USD").rules(paidBy("cash")).build(), ALL_KNOWN))
                .isNull();
    }

    @Test
    void hasNoneForAFeeThatIsNotPaid() {
        var delivery = aDiscount().onDeliveryFee().rules(minBasket(2500)).build();

        assertThat(text(delivery, ALL_KNOWN)).isNull();
        assertThat(text(delivery, ALL_KNOWN, fees(290, 0))).isEqualTo("add 1500 to the basket");
    }

    @Test
    void hasNoneWhereALimitOrAHoldStandsInTheWay() {
        var discount = aDiscount().totalUses(1).rules(minBasket(2500)).build();

        assertThat(textOf(discount, left(0, 1000, false))).isNull();
        assertThat(textOf(discount, left(1, 1000, true))).isNull();
        assertThat(textOf(discount, left(1, 1000, false))).isEqualTo("add 600 to the basket");
    }

    @Test
    void hasNoneWhereTheBudgetCannotPayWhatTheChangeWouldSave() {
        var discount = aDiscount()
                .percentageOff(20)
                .budget(10_000)
                .rules(minBasket(2500))
                .build();

        assertThat(textOf(discount, left(1, 499, false))).isNull();
        assertThat(textOf(discount, left(1, 500, false))).isEqualTo("add 600 to the basket");
    }

    @Test
    void hasNoneAfterTheEndOfValidity() {
        var monday = within("UTC", window("12:00", "16:00", MONDAY));

        assertThat(text(
                        aDiscount()
                                .rules(monday)
                                .validUntil("2026-11-23T12:00:00Z")
                                .build(),
                        ALL_KNOWN))
                .isNull();
        assertThat(text(
                        aDiscount()
                                .rules(monday)
                                .validUntil("2026-11-23T12:00:01Z")
                                .build(),
                        ALL_KNOWN))
                .isEqualTo("order at 2026-11-23T12:00:00Z");
    }

    @Test
    void hasNoneForADiscountThatOnlyOthersBeat() {
        var beaten = aDiscount().id("p:beaten").percentageOff(10).build();
        var better = aDiscount().id("p:better").percentageOff(50).exclusive().build();

        var evaluation = new EligibilityEvaluator(Availability.UNTOUCHED)
                .evaluate(Checkout.storeWith(List.of(List.of(beaten, better))), ALL_KNOWN, Unlocked.PIZZAS);

        assertThat(evaluation.notApplied())
                .singleElement()
                .satisfies(refused -> assertThat(refused.unlock()).isNull());
    }

    @ParameterizedTest
    @CsvSource({
        "02:00, 03:00, 2026-10-24T23:00:00Z, 2026-10-25T00:00:00Z", // before the clocks go back: the first 02:00
        "02:00, 02:30, 2026-10-25T00:30:00Z, 2026-10-25T01:00:00Z", // 02:30 in summer: the second 02:00
        "02:30, 03:00, 2026-03-28T23:00:00Z, 2026-04-05T00:30:00Z", // skipped on 29 March: a week later
        "02:30, 03:30, 2026-03-28T23:00:00Z, 2026-03-29T01:00:00Z", // 03:00 in summer, as the clocks go forward
        "22:00, 02:00, 2026-11-22T12:00:00Z, 2026-11-22T21:00:00Z" // over midnight
    })
    void findsTheNextOpeningWhateverTheClocksDo(String from, String until, String at, String opening) {
        var discount = aDiscount()
                .rules(within("Europe/Madrid", window(from, until, SUNDAY)))
                .validFrom("2026-01-01T00:00:00Z")
                .build();

        assertThat(text(discount, FactsFixtures.at(at))).isEqualTo("order at " + opening);
    }

    private static Availability left(long uses, long money, boolean held) {
        return (discount, customer) -> new Availability.Remaining(uses, 1, money, held);
    }

    private static @Nullable String textOf(Discount discount, Availability availability) {
        return Unlocked.text(discount, ALL_KNOWN, Unlocked.PIZZAS, availability);
    }
}
