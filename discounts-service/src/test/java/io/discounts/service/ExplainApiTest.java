package io.discounts.service;

import io.discounts.service.discount.Region;
import io.discounts.service.discount.StoreFacts;
import io.discounts.service.discount.StoreId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static io.discounts.service.discount.fixtures.DiscountFixtures.inSegment;
import static io.discounts.service.discount.fixtures.DiscountFixtures.minBasket;
import static io.discounts.service.discount.fixtures.DiscountFixtures.paidBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Support asks why. */
@ServiceTest
class ExplainApiTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PATH = "/ops/explain";
    /** A region that no other test has discounts in. */
    private static final String REGION = "AI";

    @Autowired
    private ProviderEvents events;

    @Autowired
    private ServiceClient service;

    @Test
    void tellsEveryRulesVerdictInACheckout() {
        givenStore("explain-1");
        events.publish(aDiscount()
                .id("prime-benefits:explain-1")
                .region(REGION)
                .inStores("explain-1")
                .rules(minBasket(2500), inSegment("prime"), paidBy("cash"))
                .build());

        var answer = awaitAnswer(checkout("prime-benefits:explain-1", "explain-1"));

        assertThat(answer.get("status").stringValue()).isEqualTo("published");
        var store = answer.at("/stores/0");
        assertThat(store.get("verdict").stringValue()).isEqualTo("false");
        assertThat(store.at("/scope/keys/0").toString()).isEqualTo("{\"key\":\"store:explain-1\",\"named\":true}");
        assertThat(store.get("rules").toString()).isEqualTo("""
                [{"rule":"min_basket","verdict":"false","reasons":[{"rule":"min_basket","code":"below_minimum",\
                "required":2500,"actual":1900}]},\
                {"rule":"segment","verdict":"true","reasons":[]},\
                {"rule":"payment_method","verdict":"false","reasons":[{"rule":"payment_method",\
                "code":"payment_method_mismatch","required":["cash"],"actual":"card"}]}]""");
        assertThat(store.at("/conclusion/outcome").stringValue()).isEqualTo("not_applied");
        assertThat(store.at("/conclusion/reasons").size()).isEqualTo(2);
        assertThat(store.at("/conclusion/unlock").toString()).isEqualTo("""
                {"text":"add 600 to the basket and pay with cash","changes":[\
                {"change":"add_items","amount":600,"units":1},{"change":"pay_with","paymentMethod":"cash"}]}""");
    }

    @Test
    void tellsOfASearchWhichStoresAreNotCovered() {
        givenStore("explain-2");
        events.publish(aDiscount()
                .id("prime-benefits:explain-2")
                .region(REGION)
                .inStores("explain-2")
                .build());

        var answer = awaitAnswer("""
                {"discountId":"prime-benefits:explain-2","region":"%s","storeIds":["explain-2","explain-nobody"]}""".formatted(REGION));

        assertThat(answer.at("/stores/0/conclusion").toString())
                .isEqualTo("{\"outcome\":\"listed\",\"conditions\":[]}");
        assertThat(answer.at("/stores/1/scope").toString())
                .isEqualTo("{\"covers\":false,\"keys\":[],\"exceptedBy\":[]}");
        assertThat(answer.at("/stores/1/conclusion/outcome").stringValue()).isEqualTo("left_out");
    }

    @Test
    void tellsThatADiscountIsWithdrawn() {
        var discount = aDiscount().id("prime-benefits:explain-3").region(REGION).build();
        events.publish(discount);
        events.withdraw(discount, 2);

        await().untilAsserted(
                        () -> assertThat(service.post(PATH, checkout("prime-benefits:explain-3", "explain-1"))
                                        .body())
                                .isEqualTo(
                                        "{\"discountId\":\"prime-benefits:explain-3\",\"status\":\"withdrawn\",\"version\":2,\"stores\":[]}"));
    }

    @Test
    void doesNotKnowWhatNobodyPublished() {
        var answer = service.post(PATH, checkout("prime-benefits:explain-nothing", "explain-1"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(answer.body()).get("type").stringValue()).endsWith("discount-not-found");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"region":"AI","storeIds":["s-1"]}                                             | /discountId
            {"discountId":"no colon","region":"AI","storeIds":["s-1"]}                     | /discountId
            {"discountId":"p:1","region":"AI"}                                             | /storeIds
            {"discountId":"p:1","region":"AI","storeIds":["s-1"],"storeId":"s-1"}          | /storeIds
            {"discountId":"p:1","region":"AI","storeIds":["s 1"]}                          | /storeIds/0
            {"discountId":"p:1","region":"AI","storeId":"s-1"}                             | /basket
            {"discountId":"p:1","region":"XX","storeIds":["s-1"]}                          | /region
            """)
    void namesWhatIsWrong(String body, String pointer) {
        var answer = service.post(PATH, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).at("/errors/0/pointer").stringValue())
                .isEqualTo(pointer);
    }

    private void givenStore(String store) {
        events.publish(new StoreFacts(new Region(REGION), new StoreId(store), 1, null, null, null));
    }

    /** Waits until store and discount have arrived. */
    private JsonNode awaitAnswer(String body) {
        await().untilAsserted(() -> {
            var answer = service.post(PATH, body);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(JSON.readTree(answer.body()).at("/stores/0/scope/covers").booleanValue())
                    .isTrue();
        });
        return JSON.readTree(service.post(PATH, body).body());
    }

    private static String checkout(String discountId, String store) {
        return """
                {"discountId":"%s","region":"%s","storeId":"%s","customer":{"id":"c-1","segments":["prime"]},\
                "context":{"paymentMethod":"card"},"basket":{"currency":"EUR","items":[{"lineId":"l1",\
                "productId":"p1","categories":["pizza"],"quantity":2,"unitPrice":950}]}}""".formatted(discountId, REGION, store);
    }
}
