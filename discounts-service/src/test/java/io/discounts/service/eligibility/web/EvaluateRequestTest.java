package io.discounts.service.eligibility.web;

import io.discounts.service.discount.Money;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.StoreId;
import io.discounts.service.edge.Validated;
import io.discounts.service.edge.Violation;
import io.discounts.service.eligibility.Facts;
import io.discounts.service.eligibility.pricing.Basket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import static io.discounts.service.eligibility.web.EvaluateBodies.item;
import static io.discounts.service.eligibility.web.EvaluateBodies.items;
import static org.assertj.core.api.Assertions.assertThat;

class EvaluateRequestTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Money NOTHING = new Money(0);

    @Test
    void takesTheLeast() {
        var line = new Basket.Line("l1", "p1", Set.of(), 1, 950);

        assertThat(valid(EvaluateBodies.of(item("l1"))))
                .isEqualTo(new EvaluateRequest(
                        new Region("ES"),
                        new StoreId("s-1"),
                        Facts.Customer.UNKNOWN,
                        Facts.Context.UNKNOWN,
                        new Basket(Currency.getInstance("EUR"), List.of(line), NOTHING, NOTHING),
                        NOW));
    }

    @Test
    void takesAllThatIsTold() {
        var request = valid(new EvaluateBody(
                "ES",
                "s-1",
                new CustomerBody("c-1", List.of("prime"), 3),
                new ContextBody("ios", "delivery", "card"),
                new BasketBody(
                        "EUR",
                        List.of(new ItemBody("l1", "p1", List.of("pizza", "vegan", "pizza"), 2, 950L), item("l2")),
                        290L,
                        100L),
                "2026-12-01T00:00:00Z"));

        assertThat(request.facts())
                .isEqualTo(new Facts(
                        new Facts.Customer("c-1", Set.of("prime"), 3),
                        new Facts.Context("ios", "delivery", "card"),
                        new Basket(
                                Currency.getInstance("EUR"),
                                List.of(
                                        new Basket.Line("l1", "p1", Set.of("pizza", "vegan"), 2, 950),
                                        new Basket.Line("l2", "p1", Set.of(), 1, 950)),
                                new Money(290),
                                new Money(100)),
                        Instant.parse("2026-12-01T00:00:00Z")));
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        var body = new EvaluateBody(
                "es",
                "s 1",
                new CustomerBody("", Arrays.asList("prime", null), -1),
                new ContextBody(null, "x".repeat(129), " "),
                new BasketBody(
                        "euro",
                        Arrays.asList(
                                item("l1"),
                                null,
                                new ItemBody("l1", null, Arrays.asList("pizza", "", null), 0, -1L),
                                new ItemBody(null, "\t", null, null, null)),
                        -1L,
                        -1L),
                "yesterday");

        assertThat(pointers(body))
                .containsExactlyInAnyOrder(
                        "/region",
                        "/storeId",
                        "/customer/id",
                        "/customer/segments/1",
                        "/customer/orderCount",
                        "/context/fulfilment",
                        "/context/paymentMethod",
                        "/basket/currency",
                        "/basket/items/1",
                        "/basket/items/2/lineId",
                        "/basket/items/2/productId",
                        "/basket/items/2/categories/1",
                        "/basket/items/2/categories/2",
                        "/basket/items/2/quantity",
                        "/basket/items/2/unitPrice",
                        "/basket/items/3/lineId",
                        "/basket/items/3/productId",
                        "/basket/items/3/quantity",
                        "/basket/items/3/unitPrice",
                        "/basket/deliveryFee",
                        "/basket/serviceFee",
                        "/at");
    }

    @Test
    void refusesEmptyBodiesWithWhatTheyLack() {
        assertThat(pointers(new EvaluateBody(null, null, null, null, null, null)))
                .containsExactly("/region", "/storeId", "/basket");
        assertThat(pointers(EvaluateBodies.of(new BasketBody(null, null, null, null))))
                .containsExactly("/basket/currency", "/basket/items");
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "500, true", "501, false"})
    void takesOneTo500Items(int count, boolean accepted) {
        assertThat(pointers(EvaluateBodies.of(items(count)))).isEqualTo(refusal(accepted, "/basket/items"));
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, false", "1, true", "1000, true", "1001, false", "-2147483648, false"})
    void takesOneTo1000Units(int quantity, boolean accepted) {
        assertThat(pointers(EvaluateBodies.of(item(quantity, 950L))))
                .isEqualTo(refusal(accepted, "/basket/items/0/quantity"));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, false",
        "0, true",
        "1000000000, true",
        "1000000001, false",
        // In 32 bits this would be 0.
        "4294967296, false"
    })
    void takesUnitPricesFrom0ToABillion(long unitPrice, boolean accepted) {
        assertThat(pointers(EvaluateBodies.of(item(1, unitPrice))))
                .isEqualTo(refusal(accepted, "/basket/items/0/unitPrice"));
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "1000000000000000, true", "1000000000000001, false"})
    void takesFeesOfAnyAmountOfMoney(long fee, boolean accepted) {
        var delivery = new BasketBody("EUR", List.of(item("l1")), fee, null);
        var service = new BasketBody("EUR", List.of(item("l1")), null, fee);

        assertThat(pointers(EvaluateBodies.of(delivery))).isEqualTo(refusal(accepted, "/basket/deliveryFee"));
        assertThat(pointers(EvaluateBodies.of(service))).isEqualTo(refusal(accepted, "/basket/serviceFee"));
    }

    @ParameterizedTest
    @CsvSource({"EUR, true", "JPY, true", "eur, false", "EURO, false", "XQZ, false", "'', false"})
    void takesIsoCurrencies(String currency, boolean accepted) {
        assertThat(pointers(EvaluateBodies.of(new BasketBody(currency, List.of(item("l1")), null, null))))
                .isEqualTo(refusal(accepted, "/basket/currency"));
    }

    @ParameterizedTest
    @CsvSource({
        "2000-01-01T00:00:00Z, true",
        "1999-12-31T23:59:59Z, false",
        "2100-01-01T00:00:00Z, true",
        "2100-01-01T00:00:01Z, false",
        "2026-11-22, false"
    })
    void takesMomentsFrom2000To2100(String at, boolean accepted) {
        var basket = new BasketBody("EUR", List.of(item("l1")), null, null);

        assertThat(pointers(new EvaluateBody("ES", "s-1", null, null, basket, at)))
                .isEqualTo(refusal(accepted, "/at"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"l 1", "\"l\\1\"", "línea-1", "🍕", "l\u00001", "../../etc"})
    void takesAnyNameOfALine(String lineId) {
        assertThat(valid(EvaluateBodies.of(item(lineId))).basket().lines())
                .extracting(Basket.Line::lineId)
                .containsExactly(lineId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "\uD83C", "\uDF55x", "l\uD83C"})
    void refusesWhatIsNoName(String lineId) {
        assertThat(pointers(EvaluateBodies.of(item(lineId)))).containsExactly("/basket/items/0/lineId");
    }

    @Test
    void takesNamesOf128Characters() {
        assertThat(pointers(EvaluateBodies.of(item("x".repeat(128))))).isEmpty();
        assertThat(pointers(EvaluateBodies.of(item("x".repeat(129))))).containsExactly("/basket/items/0/lineId");
    }

    @Test
    void takes200Categories() {
        assertThat(pointers(EvaluateBodies.of(item(categories(200))))).isEmpty();
        assertThat(pointers(EvaluateBodies.of(item(categories(201))))).containsExactly("/basket/items/0/categories");
    }

    @Test
    void refusesEveryRepetitionOfALine() {
        assertThat(pointers(EvaluateBodies.of(item("l1"), item("L1"), item("l1"), item("l2"), item("l1"))))
                .containsExactly("/basket/items/2/lineId", "/basket/items/4/lineId");
    }

    private static List<@Nullable String> categories(int count) {
        return IntStream.range(0, count)
                .<@Nullable String>mapToObj(i -> "c" + i)
                .toList();
    }

    private static List<String> refusal(boolean accepted, String pointer) {
        return accepted ? List.of() : List.of(pointer);
    }

    private static EvaluateRequest valid(EvaluateBody body) {
        return switch (EvaluateRequest.of(body, NOW)) {
            case Validated.Valid<EvaluateRequest> valid -> valid.value();
            case Validated.Invalid<EvaluateRequest> invalid -> throw new AssertionError(invalid);
        };
    }

    /** Of everything that is wrong; none for a valid body. */
    private static List<String> pointers(EvaluateBody body) {
        return switch (EvaluateRequest.of(body, NOW)) {
            case Validated.Valid<EvaluateRequest> ignored -> List.of();
            case Validated.Invalid<EvaluateRequest> invalid ->
                invalid.violations().stream().map(Violation::pointer).toList();
        };
    }
}
