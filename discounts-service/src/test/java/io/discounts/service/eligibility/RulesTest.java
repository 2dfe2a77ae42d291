package io.discounts.service.eligibility;

import io.discounts.service.discount.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Set;
import java.util.stream.Stream;

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
import static io.discounts.service.eligibility.FactsFixtures.at;
import static io.discounts.service.eligibility.FactsFixtures.customer;
import static io.discounts.service.eligibility.Verdict.FALSE;
import static io.discounts.service.eligibility.Verdict.TRUE;
import static io.discounts.service.eligibility.Verdict.UNKNOWN;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class RulesTest {
    static Stream<Rule> rulesThatAskForFacts() {
        return Stream.of(
                minBasket(1500),
                minQuantity(2),
                inSegment("prime"),
                notInSegment("staff"),
                firstOrder(),
                paidBy("card"),
                onPlatform("ios"),
                handedOverBy("delivery"),
                forCustomers("c-1"));
    }

    @ParameterizedTest
    @MethodSource("rulesThatAskForFacts")
    void isUnknownWhereTheFactIsMissing(Rule rule) {
        assertThat(Rules.verdict(rule, NOTHING_KNOWN)).isEqualTo(UNKNOWN);
    }

    static Stream<Arguments> rulesOnKnownFacts() {
        return Stream.of(
                arguments(inSegment("student", "prime"), TRUE),
                arguments(inSegment("student"), FALSE),
                arguments(notInSegment("staff"), TRUE),
                arguments(notInSegment("staff", "prime"), FALSE),
                arguments(new Rule.OrderCount(3, null), TRUE),
                arguments(new Rule.OrderCount(4, null), FALSE),
                arguments(new Rule.OrderCount(null, 3), TRUE),
                arguments(new Rule.OrderCount(null, 2), FALSE),
                arguments(new Rule.OrderCount(3, 3), TRUE),
                arguments(firstOrder(), FALSE),
                arguments(paidBy("cash", "card"), TRUE),
                arguments(paidBy("cash"), FALSE),
                arguments(onPlatform("ios"), TRUE),
                arguments(onPlatform("iOS"), FALSE),
                arguments(handedOverBy("delivery"), TRUE),
                arguments(handedOverBy("pickup"), FALSE),
                arguments(forCustomers("c-2", "c-1"), TRUE),
                arguments(forCustomers("c-2"), FALSE),
                arguments(minBasket(1500), UNKNOWN),
                arguments(minQuantity(2), UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("rulesOnKnownFacts")
    void decidesOnKnownFacts(Rule rule, Verdict expected) {
        assertThat(Rules.verdict(rule, ALL_KNOWN)).isEqualTo(expected);
    }

    @Test
    void takesAnEmptyListOfSegmentsAsKnown() {
        var inNone = customer("c-1", Set.of(), null);

        assertThat(Rules.verdict(inSegment("prime"), inNone)).isEqualTo(FALSE);
        assertThat(Rules.verdict(notInSegment("prime"), inNone)).isEqualTo(TRUE);
    }

    @Test
    void asksNothingWithTwoEmptyLists() {
        assertThat(Rules.verdict(new Rule.Segment(Set.of(), Set.of()), NOTHING_KNOWN))
                .isEqualTo(TRUE);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T10:59:59Z, false", // Sunday 11:59:59 in Madrid
        "2026-11-22T11:00:00Z, true", // 12:00
        "2026-11-22T14:59:59Z, true", // 15:59:59
        "2026-11-22T15:00:00Z, false", // 16:00, the end is exclusive
        "2026-11-23T11:00:00Z, false" // a Monday
    })
    void readsAScheduleInItsOwnTimezone(String instant, boolean inside) {
        assertWithin(within("Europe/Madrid", window("12:00", "16:00", SUNDAY)), instant, inside);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T20:59:00Z, false", // Friday 21:59 in Madrid
        "2026-11-20T21:00:00Z, true", // Friday 22:00
        "2026-11-21T00:59:59Z, true", // Saturday 01:59:59 belongs to Friday's window
        "2026-11-21T01:00:00Z, false", // Saturday 02:00
        "2026-11-21T21:00:00Z, false" // Saturday 22:00 is not named
    })
    void carriesAWindowOverMidnight(String instant, boolean inside) {
        assertWithin(within("Europe/Madrid", window("22:00", "02:00", FRIDAY)), instant, inside);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-31T00:59:59Z, false", // 01:59:59, the last second before the gap
        "2024-03-31T01:00:00Z, false", // 03:00: the hour from 02:00 was skipped, 02:30 never occurs
        "2024-10-27T00:30:00Z, true", // 02:30 in summer time
        "2024-10-27T01:30:00Z, true" // 02:30 again, in winter time
    })
    void skipsTimesThatNeverOccurAndCountsRepeatedOnesTwice(String instant, boolean inside) {
        assertWithin(within("Europe/Madrid", window("02:00", "03:00", SUNDAY)), instant, inside);
    }

    @Test
    void takesOneOfSeveralWindows() {
        var rule = within("Europe/Madrid", window("08:00", "09:00", MONDAY), window("13:00", "14:00", SUNDAY));

        assertWithin(rule, "2026-11-22T12:00:00Z", true);
    }

    private static void assertWithin(Rule rule, String instant, boolean inside) {
        assertThat(Rules.verdict(rule, at(instant))).isEqualTo(inside ? TRUE : FALSE);
    }
}
