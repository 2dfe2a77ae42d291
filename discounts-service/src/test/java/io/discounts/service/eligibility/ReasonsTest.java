package io.discounts.service.eligibility;

import io.discounts.service.discount.Rule;
import io.discounts.service.eligibility.Told.Bounds;
import io.discounts.service.eligibility.Told.Quantity;
import io.discounts.service.eligibility.Told.Text;
import io.discounts.service.eligibility.Told.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
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
import static io.discounts.service.eligibility.FactsFixtures.ALL_KNOWN;
import static io.discounts.service.eligibility.FactsFixtures.NOTHING_KNOWN;
import static io.discounts.service.eligibility.fixtures.BasketFixtures.basket;
import static io.discounts.service.eligibility.fixtures.BasketFixtures.line;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** A prime customer with three orders, ordering by phone for delivery and paying by card, buys two pizzas. */
class ReasonsTest {
    private static final Facts FACTS =
            new Facts(ALL_KNOWN.customer(), ALL_KNOWN.context(), basket(line("p1", 2, 950, "pizza")), ALL_KNOWN.at());

    private static final Rule.Schedule ON_MONDAYS =
            new Rule.Schedule(ZoneId.of("Europe/Madrid"), List.of(window("12:00", "16:00", MONDAY)));

    static Stream<Arguments> failedRules() {
        return Stream.of(
                arguments(minBasket(2500), ReasonCode.BELOW_MINIMUM, new Quantity(2500), new Quantity(1900)),
                arguments(minQuantity(3), ReasonCode.BELOW_QUANTITY, new Quantity(3), new Quantity(2)),
                arguments(inSegment("student"), ReasonCode.SEGMENT_MISSING, texts("student"), texts("prime")),
                arguments(
                        notInSegment("staff", "prime"),
                        ReasonCode.SEGMENT_EXCLUDED,
                        texts("staff", "prime"),
                        texts("prime")),
                arguments(firstOrder(), ReasonCode.ORDER_COUNT_MISMATCH, new Bounds(0, 0), new Quantity(3)),
                arguments(
                        paidBy("cash", "wallet"),
                        ReasonCode.PAYMENT_METHOD_MISMATCH,
                        texts("cash", "wallet"),
                        new Text("card")),
                arguments(onPlatform("web"), ReasonCode.PLATFORM_MISMATCH, texts("web"), new Text("ios")),
                arguments(
                        handedOverBy("pickup"), ReasonCode.FULFILMENT_MISMATCH, texts("pickup"), new Text("delivery")),
                arguments(
                        ON_MONDAYS,
                        ReasonCode.OUTSIDE_SCHEDULE,
                        new Told.Opening(ON_MONDAYS),
                        new Told.Moment(LocalDateTime.parse("2026-11-22T13:00"), ON_MONDAYS.timezone())));
    }

    @ParameterizedTest
    @MethodSource("failedRules")
    void tellWhatWasAskedForAndWhatWasFound(Rule rule, ReasonCode code, Told required, Told actual) {
        assertThat(Reasons.of(rule, FACTS)).containsExactly(new Reason(rule.type(), code, required, actual));
    }

    @ParameterizedTest
    @MethodSource("failedRules")
    void tellWhatAMissingFactIsAskedFor(Rule rule, ReasonCode code, Told required) {
        if (code != ReasonCode.OUTSIDE_SCHEDULE) { // the moment is always known
            assertThat(Reasons.of(rule, NOTHING_KNOWN))
                    .containsExactly(new Reason(rule.type(), ReasonCode.UNKNOWN_FACT, required, null));
        }
    }

    @Test
    void doNotTellWhichOtherCustomersADiscountIsFor() {
        var rule = forCustomers("c-7", "c-8");

        assertThat(Reasons.of(rule, FACTS))
                .containsExactly(new Reason("customer", ReasonCode.CUSTOMER_MISMATCH, null, new Text("c-1")));
        assertThat(Reasons.of(rule, NOTHING_KNOWN))
                .containsExactly(new Reason("customer", ReasonCode.UNKNOWN_FACT, null, null));
    }

    @Test
    void tellBothThatASegmentIsMissingAndThatOneIsExcluded() {
        var rule = new Rule.Segment(Set.of("student"), Set.of("staff", "prime"));

        assertThat(Reasons.of(rule, FACTS))
                .extracting(Reason::code)
                .containsExactly(ReasonCode.SEGMENT_MISSING, ReasonCode.SEGMENT_EXCLUDED);
        assertThat(codes(new Rule.Segment(Set.of("student"), Set.of("staff"))))
                .containsExactly(ReasonCode.SEGMENT_MISSING);
        assertThat(codes(new Rule.Segment(Set.of("prime"), Set.of("prime"))))
                .containsExactly(ReasonCode.SEGMENT_EXCLUDED);
    }

    @Test
    void tellACustomersSegmentsSorted() {
        var segments = new LinkedHashSet<>(List.of("vip", "new", "prime"));
        var facts = FactsFixtures.customer("c-1", segments, null);

        assertThat(Reasons.of(inSegment("student"), facts))
                .extracting(Reason::actual)
                .containsExactly(texts("new", "prime", "vip"));
    }

    @Test
    void areNoneWhereTheRuleHolds() {
        assertThat(codes(minBasket(1900))).isEmpty();
        assertThat(codes(minQuantity(2))).isEmpty();
        assertThat(codes(inSegment("prime"))).isEmpty();
    }

    private static List<ReasonCode> codes(Rule rule) {
        return Reasons.of(rule, FACTS).stream().map(Reason::code).toList();
    }

    private static Told texts(String... values) {
        return new Texts(List.of(values));
    }
}
