package io.discounts.service.redemption;

import io.discounts.service.RedemptionClient;
import io.discounts.service.ServiceClient;
import io.discounts.service.ServiceTest;
import io.discounts.service.catalog.DiscountCatalog;
import io.discounts.service.discount.Discount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redisson.api.RLock;
import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Every state, transition and problem of a redemption, over HTTP. */
@ServiceTest
class RedemptionApiTest {
    private static final String REGION = "PT";

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
    private RedissonClient redisson;

    @Test
    void holdsAndConfirms() {
        given(aDiscount().id("p:api-1").region(REGION).totalUses(3).build());

        var answer = redemptions.hold(REGION, "c-1", "p:api-1");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var held = RedemptionClient.json(answer);
        assertThat(held.get("status").stringValue()).isEqualTo("HELD");
        assertThat(held.at("/discounts/0/discountId").stringValue()).isEqualTo("p:api-1");
        assertThat(held.at("/discounts/0/amount").longValue()).isEqualTo(100);
        assertThat(answer.headers().firstValue("Location"))
                .hasValue("/v1/redemptions/" + held.get("redemptionId").stringValue());

        var confirmed = redemptions.confirm(held, "o-1");

        assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(200);
        assertThat(status(held)).isEqualTo("CONFIRMED");
        assertThat(redemptions.get(held).get("orderId").stringValue()).isEqualTo("o-1");
        assertThat(events("p:api-1"))
                .containsExactly("io.discounts.redemption.held.v1", "io.discounts.redemption.confirmed.v1");
    }

    @Test
    void givesUsesBackOnReleaseAndCancelButOnce() {
        given(aDiscount().id("p:api-2").region(REGION).totalUses(1).build());
        var first = redemptions.held(REGION, "c-1", "p:api-2");
        refused(redemptions.hold(REGION, "c-2", "p:api-2"), 409, "limit-reached");

        assertThat(redemptions.release(first).statusCode()).isEqualTo(200);
        refused(redemptions.release(first), 409, "redemption-state-conflict");
        refused(redemptions.confirm(first, "o-1"), 409, "redemption-state-conflict");
        var second = redemptions.held(REGION, "c-2", "p:api-2");
        refused(redemptions.cancel(second), 409, "redemption-state-conflict");
        assertThat(redemptions.confirm(second, "o-2").statusCode()).isEqualTo(200);
        refused(redemptions.confirm(second, "o-2"), 409, "redemption-state-conflict");
        refused(redemptions.hold(REGION, "c-3", "p:api-2"), 409, "limit-reached");
        assertThat(redemptions.cancel(second).statusCode()).isEqualTo(200);
        refused(redemptions.cancel(second), 409, "redemption-state-conflict");

        assertThat(status(first)).isEqualTo("RELEASED");
        assertThat(status(second)).isEqualTo("CANCELLED");
        redemptions.held(REGION, "c-3", "p:api-2");
        refused(redemptions.hold(REGION, "c-4", "p:api-2"), 409, "limit-reached");
    }

    @Test
    void countsEachCustomersUses() {
        given(aDiscount().id("p:api-3").region(REGION).usesPerCustomer(2).build());
        var first = redemptions.held(REGION, "c-1", "p:api-3");
        redemptions.held(REGION, "c-1", "p:api-3");

        refused(redemptions.hold(REGION, "c-1", "p:api-3"), 409, "customer-limit-reached");
        redemptions.held(REGION, "c-2", "p:api-3");
        redemptions.release(first);
        redemptions.held(REGION, "c-1", "p:api-3");
    }

    @Test
    void spendsNoMoreThanTheBudget() {
        given(aDiscount().id("p:api-4").region(REGION).budget(250).build());
        redemptions.held(REGION, "c-1", "p:api-4");
        redemptions.held(REGION, "c-1", "p:api-4");

        refused(redemptions.hold(REGION, "c-1", "p:api-4"), 409, "limit-reached");
    }

    @Test
    void holdsAllOrNothing() {
        given(aDiscount().id("p:api-5a").region(REGION).totalUses(5).build());
        given(aDiscount().id("p:api-5b").region(REGION).totalUses(1).build());
        redemptions.held(REGION, "c-1", "p:api-5b");

        refused(redemptions.hold(REGION, "c-2", "p:api-5a", "p:api-5b"), 409, "limit-reached");

        for (int i = 0; i < 5; i++) {
            redemptions.held(REGION, "c-2", "p:api-5a");
        }
        refused(redemptions.hold(REGION, "c-2", "p:api-5a"), 409, "limit-reached");
    }

    @Test
    void letsOneAtATimeHaveAnExclusiveDiscount() {
        given(aDiscount().id("p:api-6").region(REGION).exclusiveUse().build());
        var first = redemptions.held(REGION, "c-1", "p:api-6");

        refused(redemptions.hold(REGION, "c-2", "p:api-6"), 409, "discount-in-use");
        refused(redemptions.hold(REGION, "c-1", "p:api-6"), 409, "discount-in-use");
        redemptions.confirm(first, "o-1");
        var second = awaitHeld("c-2", "p:api-6");

        assertThat(second.get("fencingToken").longValue())
                .isGreaterThan(first.get("fencingToken").longValue());
    }

    @Test
    void expiresOnceAndTriesALateConfirmAgain() {
        given(aDiscount().id("p:api-7").region(REGION).totalUses(1).build());
        var late = redemptions.held(REGION, "c-1", "p:api-7");
        passTimeOf(late);
        await().untilAsserted(() -> assertThat(status(late)).isEqualTo("EXPIRED"));

        var second = redemptions.held(REGION, "c-2", "p:api-7");
        refused(redemptions.confirm(late, "o-1"), 409, "hold-expired");
        redemptions.release(second);
        var confirmed = redemptions.confirm(late, "o-1");

        assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(200);
        assertThat(status(late)).isEqualTo("CONFIRMED_LATE");
        refused(redemptions.hold(REGION, "c-3", "p:api-7"), 409, "limit-reached");
        assertThat(events("p:api-7"))
                .containsExactly(
                        "io.discounts.redemption.held.v1",
                        "io.discounts.redemption.expired.v1",
                        "io.discounts.redemption.held.v1",
                        "io.discounts.redemption.released.v1",
                        "io.discounts.redemption.confirmed-late.v1");
        assertThat(redemptions.cancel(late).statusCode()).isEqualTo(200);
    }

    @Test
    void countsWhatWasUsedBeforeThereWasALimit() {
        var open = aDiscount().id("p:api-20").region(REGION);
        given(open.build());
        var first = redemptions.held(REGION, "c-1", "p:api-20");
        redemptions.confirm(redemptions.held(REGION, "c-2", "p:api-20"), "o-1");

        given(open.version(2).totalUses(3).build());
        redemptions.held(REGION, "c-3", "p:api-20");
        refused(redemptions.hold(REGION, "c-4", "p:api-20"), 409, "limit-reached");
        redemptions.release(first);
        redemptions.held(REGION, "c-4", "p:api-20");
        refused(redemptions.hold(REGION, "c-5", "p:api-20"), 409, "limit-reached");

        given(open.version(3).totalUses(1).build());
        refused(redemptions.hold(REGION, "c-5", "p:api-20"), 409, "limit-reached");
        given(open.version(4).totalUses(4).build());
        redemptions.held(REGION, "c-5", "p:api-20");
        refused(redemptions.hold(REGION, "c-6", "p:api-20"), 409, "limit-reached");
    }

    @Test
    void takesADiscountWhoseLockHasOutlivedItsHold() {
        given(aDiscount().id("p:api-21").region(REGION).exclusiveUse().build());
        var lost = redemptions.held(REGION, "c-1", "p:api-21");
        await().until(() -> lock("p:api-21").remainTimeToLive() > RedissonDiscountLocks.IN_FLIGHT.toMillis());

        jdbc.update(
                "DELETE FROM exclusive_hold WHERE redemption = ?",
                lost.get("redemptionId").stringValue());

        redemptions.held(REGION, "c-2", "p:api-21");
        refused(redemptions.hold(REGION, "c-3", "p:api-21"), 409, "discount-in-use");
    }

    @Test
    void takesADiscountByTheSameKeyOnceTheLockOfOneWhoDiedIsGone() {
        given(aDiscount().id("p:api-22").region(REGION).exclusiveUse().build());
        var key = redemptions.nextKey();
        var body = RedemptionClient.body(REGION, "c-1", 300, "p:api-22");
        lock("p:api-22").lock(RedissonDiscountLocks.IN_FLIGHT.toMillis(), TimeUnit.MILLISECONDS);

        refused(redemptions.write("/v1/redemptions", key, body), 409, "discount-in-use");
        lock("p:api-22").forceUnlock();

        assertThat(redemptions.write("/v1/redemptions", key, body).statusCode()).isEqualTo(201);
    }

    private RLock lock(String discount) {
        return redisson.getLock("discounts:1:hold:" + REGION + "/" + discount);
    }

    @Test
    void refusesAnotherToken() {
        given(aDiscount().id("p:api-8").region(REGION).build());
        var held = redemptions.held(REGION, "c-1", "p:api-8");
        var token = held.get("fencingToken").longValue();

        refused(redemptions.change(held, "release", token - 1, ""), 409, "fencing-token-stale");
        refused(redemptions.change(held, "confirm", token + 1, ",\"orderId\":\"o-1\""), 409, "fencing-token-stale");
        assertThat(status(held)).isEqualTo("HELD");
    }

    @Test
    void findsNoDiscountThatIsUnknownWithdrawnOrNotValid() {
        var withdrawn = aDiscount().id("p:api-9a").region(REGION).build();
        given(withdrawn);
        given(aDiscount()
                .id("p:api-9b")
                .region(REGION)
                .validFrom("2000-01-01T00:00:00Z")
                .validUntil("2001-01-01T00:00:00Z")
                .build());
        var held = redemptions.held(REGION, "c-1", "p:api-9a");
        withdraw(withdrawn);

        refused(redemptions.hold(REGION, "c-1", "p:api-9"), 404, "discount-not-found");
        refused(redemptions.hold(REGION, "c-1", "p:api-9a"), 404, "discount-not-found");
        refused(redemptions.hold(REGION, "c-1", "p:api-9b"), 404, "discount-not-found");
        assertThat(redemptions.confirm(held, "o-1").statusCode()).isEqualTo(200);
    }

    @Test
    void answersTheSameKeyWithTheSameBytes() {
        given(aDiscount().id("p:api-10").region(REGION).totalUses(1).build());
        var key = redemptions.nextKey();
        var other = redemptions.nextKey();
        var body = RedemptionClient.body(REGION, "c-1", 300, "p:api-10");

        var first = redemptions.write("/v1/redemptions", key, body);
        var again = redemptions.write("/v1/redemptions", key, body);
        var refusal = redemptions.write("/v1/redemptions", other, body);
        var refusalAgain = redemptions.write("/v1/redemptions", other, body);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(refusalAgain.body()).isEqualTo(refusal.body());
        refused(
                redemptions.write("/v1/redemptions", key, RedemptionClient.body(REGION, "c-2", 300, "p:api-10")),
                422,
                "idempotency-key-reused");
    }

    @ParameterizedTest
    @CsvSource({"5", "9", "1801"})
    void refusesOtherTimes(int seconds) {
        var answer = redemptions.write(
                "/v1/redemptions", redemptions.nextKey(), RedemptionClient.body(REGION, "c-1", seconds, "p:api-11"));

        refused(answer, 400, "invalid-request");
        assertThat(RedemptionClient.json(answer).at("/errors/0/pointer").stringValue())
                .isEqualTo("/holdSeconds");
    }

    @Test
    void namesAllThatIsWrong() {
        var answer = redemptions.write(
                "/v1/redemptions",
                redemptions.nextKey(),
                "{\"region\":\"XX\",\"discounts\":[{\"discountId\":\"odd\",\"amount\":0}]}");

        refused(answer, 400, "invalid-request");
        assertThat(RedemptionClient.json(answer)
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("pointer").stringValue()))
                .containsExactly(
                        "/region", "/customerId", "/checkoutId", "/discounts/0/discountId", "/discounts/0/amount");
    }

    @Test
    void wantsAKeyForWrites() {
        refused(
                service.post("/v1/redemptions", RedemptionClient.body(REGION, "c-1", 300, "p:api-12")),
                400,
                "idempotency-key-missing");
    }

    @Test
    void knowsNoRedemptionOfAnotherName() {
        assertThat(service.get("/v1/redemptions/odd").statusCode()).isEqualTo(404);
        assertThat(service.get("/v1/redemptions/" + "0".repeat(32)).statusCode())
                .isEqualTo(404);
        refused(
                redemptions.write(
                        "/v1/redemptions/" + "0".repeat(32) + "/release",
                        redemptions.nextKey(),
                        "{\"fencingToken\":1}"),
                404,
                "redemption-not-found");
    }

    private void given(Discount discount) {
        new GivenDiscounts(catalog, transaction).given(discount);
    }

    private void withdraw(Discount discount) {
        new GivenDiscounts(catalog, transaction).withdrawn(discount);
    }

    private void passTimeOf(JsonNode held) {
        jdbc.update(
                "UPDATE redemption SET expires_at = '2026-01-01' WHERE id = ?",
                held.get("redemptionId").stringValue());
    }

    /** Its lock is given back behind the answer. */
    private JsonNode awaitHeld(String customer, String discount) {
        return await().ignoreExceptionsMatching(refused -> refused instanceof AssertionError)
                .until(() -> redemptions.held(REGION, customer, discount), held -> true);
    }

    private String status(JsonNode held) {
        return redemptions.get(held).get("status").stringValue();
    }

    private List<String> events(String discount) {
        return jdbc.queryForList(
                "SELECT type FROM event_outbox WHERE subject = ? AND type LIKE 'io.discounts.redemption.%' ORDER BY id",
                String.class, REGION + "/" + discount);
    }

    private static void refused(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(RedemptionClient.json(answer).get("type").stringValue()).endsWith(":" + slug);
    }
}
