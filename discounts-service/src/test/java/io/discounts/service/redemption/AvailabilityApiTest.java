package io.discounts.service.redemption;

import io.discounts.service.RedemptionClient;
import io.discounts.service.ServiceClient;
import io.discounts.service.ServiceTest;
import io.discounts.service.catalog.DiscountCatalog;
import io.discounts.service.discount.Discount;
import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.StoreChange;
import io.discounts.service.discount.StoreFacts;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static io.discounts.service.discount.fixtures.DiscountFixtures.aStore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is held or used up leaves search and evaluate, and comes back. */
@ServiceTest
class AvailabilityApiTest {
    @Autowired
    private RedemptionClient redemptions;

    @Autowired
    private ServiceClient service;

    @Autowired
    private DiscountCatalog catalog;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private MeterRegistry meters;

    @Test
    void hidesAnExclusiveDiscountFromAllButItsHolder() {
        var store = aStore("held-1", "MAD", "restaurant", "held-brand");
        given(
                store,
                aDiscount().id("p:seen-1").inStores("held-1").exclusiveUse().build());
        awaitListed("held-1", "c-2", "p:seen-1");

        var held = redemptions.held("ES", "c-1", "p:seen-1");

        assertThat(listed("held-1", "c-2")).isEmpty();
        assertThat(listed("held-1", "c-1")).containsExactly("p:seen-1");
        assertThat(reasons("held-1", "c-2")).contains("\"in_use\"");
        redemptions.release(held);
        assertThat(listed("held-1", "c-2")).containsExactly("p:seen-1");
    }

    @Test
    void learnsFromTheDatabaseWhatItHasNotHeard() {
        var store = aStore("held-2", "MAD", "restaurant", "held-brand");
        given(
                store,
                aDiscount().id("p:seen-2").inStores("held-2").exclusiveUse().build());
        awaitListed("held-2", "c-2", "p:seen-2");

        jdbc.update("INSERT INTO exclusive_hold (region, provider, external_id, redemption, holder, expires_at)"
                + " VALUES ('ES', 'p', 'seen-2', REPEAT('0', 32), REPEAT('0', 16), '2099-01-01')");

        await().untilAsserted(() -> assertThat(listed("held-2", "c-2")).isEmpty());
        jdbc.update("DELETE FROM exclusive_hold WHERE external_id = 'seen-2'");
        awaitListed("held-2", "c-2", "p:seen-2");
    }

    @Test
    void hidesWhatIsUsedUpUntilTheProviderAllowsMore() {
        var store = aStore("held-3", "MAD", "restaurant", "held-brand");
        var one = aDiscount().id("p:seen-3").inStores("held-3").totalUses(1);
        given(store, one.build());
        awaitListed("held-3", "c-2", "p:seen-3");

        redemptions.held("ES", "c-1", "p:seen-3");
        await().untilAsserted(() -> assertThat(listed("held-3", "c-2")).isEmpty());
        assertThat(reasons("held-3", "c-2")).contains("\"limit_reached\"");

        given(store, one.version(2).totalUses(2).build());
        awaitListed("held-3", "c-2", "p:seen-3");
        redemptions.held("ES", "c-2", "p:seen-3");
        assertThat(redemptions.hold("ES", "c-3", "p:seen-3").statusCode()).isEqualTo(409);

        given(store, one.version(3).totalUses(1).build());
        await().untilAsserted(() -> assertThat(listed("held-3", "c-2")).isEmpty());
        assertThat(redemptions.hold("ES", "c-3", "p:seen-3").statusCode()).isEqualTo(409);
    }

    @Test
    void hidesFromACustomerWhatTheyHaveUsedUp() {
        var store = aStore("held-4", "MAD", "restaurant", "held-brand");
        given(
                store,
                aDiscount().id("p:seen-4").inStores("held-4").usesPerCustomer(1).build());
        awaitListed("held-4", "c-41", "p:seen-4");

        var held = redemptions.held("ES", "c-41", "p:seen-4");

        await().untilAsserted(() -> assertThat(listed("held-4", "c-41")).isEmpty());
        assertThat(listed("held-4", "c-42")).containsExactly("p:seen-4");
        assertThat(reasons("held-4", "c-41")).contains("\"customer_limit_reached\"");
        redemptions.release(held);
        awaitListed("held-4", "c-41", "p:seen-4");
    }

    @Test
    void doesNotAskMySqlAboutCustomersWhoHaveNeverUsedWhatTheStoreHas() {
        var store = aStore("held-5", "MAD", "restaurant", "held-brand");
        given(
                store,
                aDiscount().id("p:seen-5").inStores("held-5").usesPerCustomer(1).build());
        given(
                aStore("held-6", "MAD", "restaurant", "held-brand"),
                aDiscount().id("p:seen-6").inStores("held-6").usesPerCustomer(5).build());
        awaitListed("held-5", "c-51", "p:seen-5");
        redemptions.held("ES", "regular", "p:seen-6");

        await().untilAsserted(() -> {
            var asked = asked();
            assertThat(listed("held-5", "never-seen-" + asked)).containsExactly("p:seen-5");
            assertThat(listed("held-5", "regular")).containsExactly("p:seen-5");
            assertThat(asked()).isEqualTo(asked);
        });
        assertThat(meters.get(RedemptionMetrics.USES_CURRENT).gauge().value()).isEqualTo(1);
        var asked = asked();
        assertThat(listed("held-6", "regular")).containsExactly("p:seen-6");
        assertThat(asked()).isEqualTo(asked + 1);
    }

    private double asked() {
        return meters.get(RedemptionMetrics.CUSTOMER_LOADS).counter().count();
    }

    private void given(StoreFacts store, Discount discount) {
        transaction.execute(status ->
                catalog.apply(List.of(new StoreChange.Updated(store), new DiscountChange.Published(discount))));
    }

    private void awaitListed(String store, String customer, String discount) {
        await().untilAsserted(() -> assertThat(listed(store, customer)).containsExactly(discount));
    }

    private List<String> listed(String store, String customer) {
        var answer = service.post(
                "/v1/discounts/search",
                "{\"region\":\"ES\",\"storeIds\":[\"" + store + "\"],\"customer\":{\"id\":\"" + customer + "\"}}");
        return RedemptionClient.json(answer)
                .at("/stores/0/discountIds")
                .valueStream()
                .map(id -> id.stringValue())
                .filter(id -> id.startsWith("p:seen-"))
                .toList();
    }

    private String reasons(String store, String customer) {
        return service.post(
                        "/v1/discounts/evaluate",
                        "{\"region\":\"ES\",\"storeId\":\"" + store + "\",\"customer\":{\"id\":\"" + customer
                                + "\"},\"basket\":{\"currency\":\"EUR\",\"items\":[{\"lineId\":\"l1\",\"productId\":"
                                + "\"p1\",\"quantity\":1,\"unitPrice\":1000}]}}")
                .body();
    }
}
