package io.discounts.service.redemption;

import io.discounts.service.ProviderEvents;
import io.discounts.service.RedemptionClient;
import io.discounts.service.ServiceTest;
import io.discounts.service.catalog.ChangeOutcome;
import io.discounts.service.catalog.DiscountCatalog;
import io.discounts.service.discount.Discount;
import io.discounts.service.discount.UseReported;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Objects;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A provider's word on a use settles the redemption; what no hold covers is recorded. */
@ServiceTest
class ProviderUsesTest {
    private static final String REGION = "GR";

    @Autowired
    private RedemptionClient redemptions;

    @Autowired
    private ProviderEvents provider;

    @Autowired
    private DiscountCatalog catalog;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void confirmsAHoldOnce() {
        var discount =
                given(aDiscount().id("p:used-1").region(REGION).totalUses(1).build());
        var held = redemptions.held(REGION, "c-1", "p:used-1");

        assertThat(used(discount, id(held))).isEqualTo(ChangeOutcome.APPLIED);
        assertThat(used(discount, id(held))).isEqualTo(ChangeOutcome.OUTDATED);

        assertThat(status(held)).isEqualTo("CONFIRMED");
        assertThat(redemptions.get(held).get("orderId").stringValue()).isEqualTo("o-9");
        assertThat(overruns(discount)).isEmpty();
    }

    @Test
    void confirmsAnExpiredHoldLateWhereEnoughIsLeft() {
        var discount =
                given(aDiscount().id("p:used-2").region(REGION).totalUses(1).build());
        var held = expired("p:used-2");

        used(discount, id(held));

        assertThat(status(held)).isEqualTo("CONFIRMED_LATE");
        assertThat(redemptions.hold(REGION, "c-2", "p:used-2").statusCode()).isEqualTo(409);
    }

    @Test
    void compensatesAnExpiredHoldWhereNothingIsLeft() {
        var discount =
                given(aDiscount().id("p:used-3").region(REGION).totalUses(1).build());
        var other = given(
                aDiscount().id("p:used-3-other").region(REGION).totalUses(5).build());
        var held = expired("p:used-3-other", "p:used-3");
        var second = redemptions.held(REGION, "c-2", "p:used-3");

        used(discount, id(held));

        assertThat(status(held)).isEqualTo("COMPENSATED");
        assertThat(overruns(discount)).containsExactly("EXPIRED");
        assertThat(overruns(other)).containsExactly("EXPIRED");
        assertThat(left(other)).isEqualTo(5);
        redemptions.release(second);
        redemptions.held(REGION, "c-3", "p:used-3");
    }

    @Test
    void recordsWhatNoHoldCovers() {
        var discount = given(aDiscount().id("p:used-4").region(REGION).build());
        var held = redemptions.held(REGION, "c-1", "p:used-4");
        redemptions.release(held);

        assertThat(used(discount, id(held))).isEqualTo(ChangeOutcome.APPLIED);
        assertThat(used(discount, "a-name-of-theirs")).isEqualTo(ChangeOutcome.APPLIED);
        assertThat(used(discount, "a-name-of-theirs")).isEqualTo(ChangeOutcome.OUTDATED);

        assertThat(status(held)).isEqualTo("RELEASED");
        assertThat(overruns(discount)).containsExactlyInAnyOrder("RELEASED", "UNKNOWN");
    }

    @Test
    void settlesAHoldByAnEventOnTheProvidersStream() {
        var discount = given(aDiscount()
                .id("partner-promotions:used-5")
                .region(REGION)
                .totalUses(1)
                .build());
        var held = redemptions.held(REGION, "c-1", "partner-promotions:used-5");

        provider.used(discount, id(held), "o-7");

        await().untilAsserted(() -> assertThat(status(held)).isEqualTo("CONFIRMED"));
        assertThat(redemptions.get(held).get("orderId").stringValue()).isEqualTo("o-7");
        provider.used(discount, "of-theirs-alone", "o-8");
        await().untilAsserted(() -> assertThat(overruns(discount)).containsExactly("UNKNOWN"));
    }

    private Discount given(Discount discount) {
        new GivenDiscounts(catalog, transaction).given(discount);
        return discount;
    }

    private ChangeOutcome used(Discount discount, String redemption) {
        var report = new UseReported(discount.id(), discount.region(), 1, redemption, "o-9");
        return Objects.requireNonNull(transaction.execute(status -> catalog.apply(List.of(report))))
                .getFirst();
    }

    private JsonNode expired(String... discounts) {
        var held = redemptions.held(REGION, "c-1", discounts);
        jdbc.update("UPDATE redemption SET expires_at = '2026-01-01' WHERE id = ?", id(held));
        await().untilAsserted(() -> assertThat(status(held)).isEqualTo("EXPIRED"));
        return held;
    }

    private static String id(JsonNode held) {
        return held.get("redemptionId").stringValue();
    }

    private String status(JsonNode held) {
        return redemptions.get(held).get("status").stringValue();
    }

    private List<String> overruns(Discount discount) {
        return jdbc.queryForList(
                "SELECT reason FROM usage_overrun WHERE region = ? AND external_id = ?",
                String.class,
                REGION,
                discount.id().externalId());
    }

    private long left(Discount discount) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "SELECT uses_left FROM usage_budget WHERE region = ? AND external_id = ?",
                Long.class,
                REGION,
                discount.id().externalId()));
    }
}
