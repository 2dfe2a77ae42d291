package io.discounts.loadtests.reads;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class CheckoutVisitTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String EVALUATION = """
            {"region":"ES","storeId":"s-1","customer":{"id":"c-1"},"context":{"platform":"ios"},
             "basket":{"currency":"EUR","items":[]},"at":"2026-11-21T12:00:00Z"}""";

    private final CheckoutVisit visit = CheckoutVisit.of(EVALUATION);

    @Test
    void asksOfNow() {
        assertThat(JSON.readTree(visit.evaluate()).has("at")).isFalse();
        assertThat(JSON.readTree(visit.evaluate())
                        .path("basket")
                        .path("currency")
                        .asString())
                .isEqualTo("EUR");
    }

    @Test
    void searchesTheStoreOfItsBasket() {
        assertThat(JSON.readTree(visit.search())).isEqualTo(JSON.readTree("""
                {"region":"ES","storeIds":["s-1"],"customer":{"id":"c-1"},"context":{"platform":"ios"}}"""));
    }

    @Test
    void holdsAllThatIsApplied() {
        var hold = visit.hold("k-1", """
                {"applied":[{"discountId":"p:1","amount":380,"target":"items"},{"discountId":"p:2","amount":50}]}""").orElseThrow();

        assertThat(hold.key()).isEqualTo("k-1");
        assertThat(JSON.readTree(hold.body())).isEqualTo(JSON.readTree("""
                {"region":"ES","customerId":"c-1","checkoutId":"k-1","holdSeconds":300,
                 "discounts":[{"discountId":"p:1","amount":380},{"discountId":"p:2","amount":50}]}"""));
    }

    @Test
    void holdsNothingWhereNothingIsApplied() {
        assertThat(visit.hold("k-1", "{\"applied\":[]}")).isEmpty();
    }
}
