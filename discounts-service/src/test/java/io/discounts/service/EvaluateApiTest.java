package io.discounts.service;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.StoreFacts;
import io.discounts.service.discount.StoreId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static io.discounts.service.discount.fixtures.DiscountFixtures.inSegment;
import static io.discounts.service.discount.fixtures.DiscountFixtures.minBasket;
import static io.discounts.service.discount.fixtures.DiscountFixtures.paidBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Checkouts over HTTP: exact to the cent, and bad input gets a 400 that names the field. */
@ServiceTest
class EvaluateApiTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String PATH = "/v1/discounts/evaluate";
    /** A region that no other test has discounts in. */
    private static final String REGION = "AD";

    private static final String ITEM = item("\"lineId\":\"l1\"", "\"quantity\":2");

    @Autowired
    private ProviderEvents events;

    @Autowired
    private ServiceClient service;

    @Test
    void answersTheContractsExample() {
        given(
                "evaluate-1",
                aDiscount()
                        .id("partner-promotions:evaluate-42")
                        .percentageOff("20", 500)
                        .onCategories("pizza")
                        .rules(minBasket(1500))
                        .region(REGION)
                        .inStores("evaluate-1")
                        .build(),
                aDiscount()
                        .id("prime-benefits:evaluate-7")
                        .rules(minBasket(2500))
                        .region(REGION)
                        .inStores("evaluate-1")
                        .build());

        var answer = answer(body("evaluate-1", ITEM));

        assertThat(answer.propertyNames()).containsExactly("applied", "totals", "notApplied", "watermarks", "stale");
        assertThat(answer.get("applied").toString()).isEqualTo("""
                [{"discountId":"partner-promotions:evaluate-42","amount":380,"target":"items",\
                "lines":[{"lineId":"l1","amount":380}]}]""");
        assertThat(answer.get("totals").toString()).isEqualTo("""
                {"items":1900,"itemsDiscount":380,"deliveryFee":290,"deliveryDiscount":0,\
                "serviceFee":100,"serviceDiscount":0,"discount":380,"total":1910}""");
        assertThat(answer.get("notApplied").toString()).isEqualTo("""
                [{"discountId":"prime-benefits:evaluate-7","reasons":[{"rule":"min_basket",\
                "code":"below_minimum","required":2500,"actual":1900}],\
                "unlock":{"text":"add 600 to the basket","changes":[{"change":"add_items","amount":600,"units":1}]}}]""");
    }

    @Test
    void givesEveryReasonOfThreeAndTheNearestUnlock() {
        given(
                "evaluate-2",
                aDiscount()
                        .id("prime-benefits:evaluate-3")
                        .rules(minBasket(2500), inSegment("prime"), paidBy("cash"))
                        .region(REGION)
                        .inStores("evaluate-2")
                        .build());

        var answer = answer(body("evaluate-2", ITEM));

        assertThat(answer.at("/notApplied/0/reasons").toString()).isEqualTo("""
                [{"rule":"min_basket","code":"below_minimum","required":2500,"actual":1900},\
                {"rule":"segment","code":"segment_missing","required":["prime"],"actual":["new"]},\
                {"rule":"payment_method","code":"payment_method_mismatch","required":["cash"],"actual":"card"}]""");
        assertThat(answer.at("/notApplied/0/unlock/text").stringValue())
                .isEqualTo("add 600 to the basket and prime would unlock and pay with cash");
        assertThat(answer.at("/totals/total").longValue()).isEqualTo(2290);
    }

    @Test
    void pricesABasketOfAStoreNobodyKnowsAndIgnoresUnknownFields() {
        var answer = service.post(PATH, with("\"newField\":{\"a\":1}", basket("\"coupons\":[]", ITEM)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(answer.body())
                .startsWith("{\"applied\":[],\"totals\":{\"items\":1900,\"itemsDiscount\":0,\"deliveryFee\":0,"
                        + "\"deliveryDiscount\":0,\"serviceFee\":0,\"serviceDiscount\":0,\"discount\":0,"
                        + "\"total\":1900},\"notApplied\":[],\"watermarks\":{");
    }

    static Stream<Arguments> badBodies() {
        return Stream.of(
                Arguments.of("null as body", "null", ""),
                Arguments.of("truncated", "{\"region\":\"AD\"", "/region"),
                Arguments.of("nothing known", "{}", "/region"),
                Arguments.of("unknown region", body("evaluate-1", ITEM).replace("AD", "XX"), "/region"),
                Arguments.of("odd store", body("../etc", ITEM), "/storeId"),
                Arguments.of("number as store", body("s", ITEM).replace("\"s\"", "1"), "/storeId"),
                Arguments.of("no basket", "{\"region\":\"AD\",\"storeId\":\"s-1\"}", "/basket"),
                Arguments.of("list as basket", with("\"basket\":[]"), "/basket"),
                Arguments.of("unknown currency", body("s-1", ITEM).replace("EUR", "QQQ"), "/basket/currency"),
                Arguments.of("two currencies", with(basket("\"currency\":\"USD\"", ITEM)), "/basket/currency"),
                Arguments.of("negative fee", with(basket("\"deliveryFee\":-1", ITEM)), "/basket/deliveryFee"),
                Arguments.of("text as fee", with(basket("\"serviceFee\":\"1\"", ITEM)), "/basket/serviceFee"),
                Arguments.of("no items", with("\"basket\":{\"currency\":\"EUR\"}"), "/basket/items"),
                Arguments.of("0 items", body("s-1", ""), "/basket/items"),
                Arguments.of("501 items", body("s-1", items(501)), "/basket/items"),
                Arguments.of("object as items", with("\"basket\":{\"items\":{}}"), "/basket/items"),
                Arguments.of("a line twice", body("s-1", ITEM + "," + ITEM), "/basket/items/1/lineId"),
                Arguments.of("text as quantity", body("s-1", item("\"quantity\":\"2\"")), "/basket/items/0/quantity"),
                Arguments.of("half a unit", body("s-1", item("\"quantity\":0.5")), "/basket/items/0/quantity"),
                Arguments.of("beyond an int", body("s-1", item("\"quantity\":4294967297")), "/basket/items/0/quantity"),
                Arguments.of("half a cent", body("s-1", item("\"unitPrice\":9.5")), "/basket/items/0/unitPrice"),
                Arguments.of("number as line", body("s-1", item("\"lineId\":1")), "/basket/items/0/lineId"),
                Arguments.of("half a character", body("s-1", item("\"lineId\":\"\\ud83c\"")), "/basket/items/0/lineId"),
                Arguments.of(
                        "text as categories",
                        body("s-1", item("\"categories\":\"pizza\"")),
                        "/basket/items/0/categories"),
                Arguments.of("at of the wrong type", with("\"at\":5"), "/at"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badBodies")
    void namesWhatIsWrong(String name, String body, String pointer) {
        var answer = service.post(PATH, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        var problem = JSON.readTree(answer.body());
        assertThat(problem.get("type").stringValue()).endsWith("invalid-request");
        assertThat(problem.at("/errors/0/pointer").stringValue())
                .as(answer.body())
                .isEqualTo(pointer);
    }

    private void given(String store, Discount... discounts) {
        events.publish(new StoreFacts(new Region(REGION), new StoreId(store), 1, null, null, null));
        Stream.of(discounts).forEach(events::publish);
        var ids = Stream.of(discounts).map(discount -> discount.id().toString()).toList();
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(candidates(answer(body(store, ITEM)))).containsExactlyInAnyOrderElementsOf(ids));
    }

    private static Stream<String> candidates(JsonNode answer) {
        return Stream.concat(
                        answer.get("applied").valueStream(),
                        answer.get("notApplied").valueStream())
                .map(candidate -> candidate.get("discountId").stringValue());
    }

    private JsonNode answer(String body) {
        var answer = service.post(PATH, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** The contract's request for a store and items. */
    private static String body(String store, String items) {
        return """
                {"region":"AD","storeId":"%s","customer":{"id":"c-1","segments":["new"],"orderCount":3},\
                "context":{"paymentMethod":"card","fulfilment":"delivery","platform":"ios"},\
                "basket":{"currency":"EUR","items":[%s],"deliveryFee":290,"serviceFee":100},\
                "at":"2026-11-22T12:00:00Z"}""".formatted(store, items);
    }

    private static String with(String... members) {
        return "{\"region\":\"AD\",\"storeId\":\"evaluate-unknown\"," + String.join(",", members) + "}";
    }

    private static String basket(String member, String... items) {
        return "\"basket\":{\"currency\":\"EUR\",%s,\"items\":[%s]}".formatted(member, String.join(",", items));
    }

    /** 9.50 for a pizza, but for what is said of it. */
    private static String item(String... members) {
        var told = String.join(",", members);
        return Stream.of(
                        "\"productId\":\"p1\"",
                        "\"lineId\":\"l1\"",
                        "\"categories\":[\"pizza\"]",
                        "\"quantity\":1",
                        "\"unitPrice\":950")
                .filter(usual -> !told.contains(usual.substring(0, usual.indexOf(':'))))
                .collect(Collectors.joining(",", "{", "," + told + "}"));
    }

    private static String items(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> item("\"lineId\":\"l" + i + "\""))
                .collect(Collectors.joining(","));
    }
}
