package io.discounts.service.eligibility.web;

import io.discounts.service.catalog.Candidate;
import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Money;
import io.discounts.service.eligibility.Evaluation;
import io.discounts.service.eligibility.Reason;
import io.discounts.service.eligibility.ReasonCode;
import io.discounts.service.eligibility.Told;
import io.discounts.service.eligibility.Totals;
import io.discounts.service.eligibility.pricing.Basket;
import io.discounts.service.eligibility.pricing.Prices;
import io.discounts.service.eligibility.pricing.Savings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static org.assertj.core.api.Assertions.assertThat;

class EvaluationJsonTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Totals TOTALS = new Totals(1900, 380, 290, 0, 100, 0);
    private static final Discount PIZZAS = aDiscount().onCategories("pizza").build();

    @Test
    void writesTheContractsExample() {
        var basket = basket(new Basket.Line("l1", "p1", Set.of("pizza"), 2, 950));
        var prime = new Evaluation.NotApplied(
                new Candidate(aDiscount().id("prime-benefits:7").build()),
                List.of(new Reason(
                        "min_basket", ReasonCode.BELOW_MINIMUM, new Told.Quantity(2500), new Told.Quantity(1900))),
                null);

        assertThat(text(new Evaluation(List.of(applied(PIZZAS, basket)), TOTALS, List.of(prime)), basket))
                .isEqualTo("""
                        {"applied":[{"discountId":"partner-promotions:42","amount":380,"target":"items",\
                        "lines":[{"lineId":"l1","amount":380}]}],\
                        "totals":{"items":1900,"itemsDiscount":380,"deliveryFee":290,"deliveryDiscount":0,\
                        "serviceFee":100,"serviceDiscount":0,"discount":380,"total":1910},\
                        "notApplied":[{"discountId":"prime-benefits:7","reasons":[{"rule":"min_basket",\
                        "code":"below_minimum","required":2500,"actual":1900}]}],\
                        "watermarks":{},"stale":false}""");
    }

    @Test
    void tellsLinesInBasketOrderWithoutThoseThatKeepTheirPrice() {
        var basket = basket(
                new Basket.Line("last", "p1", Set.of("pizza"), 1, 100),
                new Basket.Line("drink", "p2", Set.of(), 1, 100),
                new Basket.Line("free", "p3", Set.of("pizza"), 1, 0),
                new Basket.Line("first", "p4", Set.of("pizza"), 1, 200));

        var answer = JSON.readTree(text(new Evaluation(List.of(applied(PIZZAS, basket)), TOTALS, List.of()), basket));

        assertThat(answer.at("/applied/0/lines").toString())
                .isEqualTo("[{\"lineId\":\"last\",\"amount\":20},{\"lineId\":\"first\",\"amount\":40}]");
    }

    @Test
    void tellsNoLinesOfFees() {
        var basket = basket(new Basket.Line("l1", "p1", Set.of(), 1, 100));
        var delivery = applied(aDiscount().onDeliveryFee().build(), basket);
        var service = applied(aDiscount().onServiceFee().build(), basket);

        assertThat(text(new Evaluation(List.of(delivery, service), TOTALS, List.of()), basket))
                .startsWith("{\"applied\":["
                        + "{\"discountId\":\"partner-promotions:42\",\"amount\":58,\"target\":\"delivery_fee\"},"
                        + "{\"discountId\":\"partner-promotions:42\",\"amount\":20,\"target\":\"service_fee\"}],");
    }

    static Stream<Arguments> told() {
        return Stream.of(
                Arguments.of(null, null, ""),
                Arguments.of(new Told.Quantity(1), null, ",\"required\":1"),
                Arguments.of(null, new Told.Quantity(0), ",\"actual\":0"),
                Arguments.of(
                        new Told.Quantity(Long.MAX_VALUE),
                        new Told.Quantity(-1),
                        ",\"required\":9223372036854775807,\"actual\":-1"),
                Arguments.of(
                        new Told.Texts(List.of("b", "a")),
                        new Told.Text("\"c\""),
                        ",\"required\":[\"b\",\"a\"],\"actual\":\"\\\"c\\\"\""),
                Arguments.of(new Told.Texts(List.of()), null, ",\"required\":[]"),
                Arguments.of(new Told.Bounds(1, 2), null, ",\"required\":{\"min\":1,\"max\":2}"),
                Arguments.of(new Told.Bounds(null, 0), null, ",\"required\":{\"max\":0}"),
                Arguments.of(new Told.Bounds(3, null), null, ",\"required\":{\"min\":3}"));
    }

    @ParameterizedTest
    @MethodSource
    void told(@Nullable Told required, @Nullable Told actual, String written) {
        var basket = basket(new Basket.Line("l1", "p1", Set.of(), 1, 100));
        var reason = new Reason("segment", ReasonCode.UNKNOWN_FACT, required, actual);
        var notApplied = new Evaluation.NotApplied(new Candidate(PIZZAS), List.of(reason, reason), null);
        var one = "{\"rule\":\"segment\",\"code\":\"unknown_fact\"" + written + "}";

        assertThat(text(new Evaluation(List.of(), TOTALS, List.of(notApplied)), basket))
                .contains("\"reasons\":[" + one + "," + one + "]}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"},{\"",
                "back\\slash",
                "a\u0000\b\t\n\r\u001f\u007f",
                "línea — 1",
                "🍕",
                "\u2028\u2029",
                "</b>"
            })
    void keepsOddTextsWhole(String odd) {
        var basket = basket(new Basket.Line(odd, "p1", Set.of("pizza"), 1, 100));
        var reason =
                new Reason("customer", ReasonCode.CUSTOMER_MISMATCH, new Told.Texts(List.of(odd)), new Told.Text(odd));
        var notApplied = new Evaluation.NotApplied(new Candidate(PIZZAS), List.of(reason), null);

        var answer = JSON.readTree(
                text(new Evaluation(List.of(applied(PIZZAS, basket)), TOTALS, List.of(notApplied)), basket));

        assertThat(answer.at("/applied/0/lines/0/lineId").stringValue()).isEqualTo(odd);
        assertThat(answer.at("/notApplied/0/reasons/0/required/0").stringValue())
                .isEqualTo(odd);
        assertThat(answer.at("/notApplied/0/reasons/0/actual").stringValue()).isEqualTo(odd);
    }

    @Test
    void escapesWhatJsonAsksForAndNothingElse() {
        var basket = basket(new Basket.Line("\"\\\n\u0001ñ🍕", "p1", Set.of("pizza"), 1, 100));

        assertThat(text(new Evaluation(List.of(applied(PIZZAS, basket)), TOTALS, List.of()), basket))
                .contains("{\"lineId\":\"\\\"\\\\\\n\\u0001ñ🍕\",\"amount\":20}");
    }

    @Test
    void tellsHowFreshItIs() {
        var basket = basket(new Basket.Line("l1", "p1", Set.of(), 1, 100));
        var watermarks = Map.of("partner-promotions", Instant.parse("2026-11-22T11:59:58Z"));
        var json = EvaluationJson.write(
                        new Evaluation(List.of(), TOTALS, List.of()), basket, WatermarksJson.render(watermarks), true)
                .toByteArray();

        assertThat(new String(json, StandardCharsets.UTF_8))
                .startsWith("{\"applied\":[],\"totals\":")
                .endsWith("\"notApplied\":[],\"watermarks\":{\"partner-promotions\":\"2026-11-22T11:59:58Z\"},"
                        + "\"stale\":true}");
    }

    private static Basket basket(Basket.Line... lines) {
        return new Basket(Currency.getInstance("EUR"), List.of(lines), new Money(290), new Money(100));
    }

    private static Evaluation.Applied applied(Discount discount, Basket basket) {
        return new Evaluation.Applied(new Candidate(discount), Savings.of(discount, new Prices(basket)));
    }

    private static String text(Evaluation evaluation, Basket basket) {
        return new String(EvaluationJson.write(evaluation, basket, "{}", false).toByteArray(), StandardCharsets.UTF_8);
    }
}
