package io.discounts.service.redemption;

import io.discounts.service.RedemptionClient;
import io.discounts.service.ServiceTest;
import io.discounts.service.catalog.DiscountCatalog;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static org.assertj.core.api.Assertions.assertThat;

/** Many at once: never sold twice, none left unsold, nobody stuck. */
@ServiceTest
class ConcurrentHoldsTest {
    private static final String REGION = "IT";
    private static final int THREADS = 16;

    @Autowired
    private RedemptionClient redemptions;

    @Autowired
    private DiscountCatalog catalog;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void sellsATotalExactly() {
        discounts().given(aDiscount().id("p:hot").region(REGION).totalUses(200).build());

        var statuses = atOnce(300, i -> redemptions.hold(REGION, "c-" + i, "p:hot"));

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(200);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(100);
        assertThat(standing("hot")).isEqualTo(200);
        assertThat(left("hot")).isZero();
    }

    @Test
    void sellsTheLastUnitWhileOthersGiveTheirsBack() {
        discounts().given(aDiscount().id("p:back").region(REGION).totalUses(10).build());

        var statuses = atOnce(120, i -> {
            var held = redemptions.hold(REGION, "c-" + i, "p:back");
            return held.statusCode() == 201 && i % 2 == 0 ? redemptions.release(RedemptionClient.json(held)) : held;
        });

        assertThat(statuses).allMatch(status -> status == 201 || status == 200 || status == 409);
        var standing = standing("back");
        assertThat(standing).isLessThanOrEqualTo(10);
        assertThat(left("back")).isEqualTo(10 - standing);
        for (long unit = standing; unit < 10; unit++) {
            redemptions.held(REGION, "c-last", "p:back");
        }
        assertThat(redemptions.hold(REGION, "c-late", "p:back").statusCode()).isEqualTo(409);
    }

    @Test
    void letsBasketsThatWantTheSameTwoWaitForEachOther() {
        discounts().given(aDiscount().id("p:a").region(REGION).totalUses(40).build());
        discounts().given(aDiscount().id("p:b").region(REGION).totalUses(40).build());

        var statuses = atOnce(
                100,
                i -> i % 2 == 0
                        ? redemptions.hold(REGION, "c-" + i, "p:a", "p:b")
                        : redemptions.hold(REGION, "c-" + i, "p:b", "p:a"));

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(40);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(60);
    }

    @Test
    void lendsAnExclusiveDiscountToOneOfMany() {
        discounts().given(aDiscount().id("p:one").region(REGION).exclusiveUse().build());

        var statuses = atOnce(40, i -> redemptions.hold(REGION, "c-" + i, "p:one"));

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(39);
    }

    @Test
    void letsACustomerThroughAsOftenAsAllowed() {
        discounts()
                .given(aDiscount()
                        .id("p:mine")
                        .region(REGION)
                        .usesPerCustomer(3)
                        .build());

        var statuses = atOnce(30, i -> redemptions.hold(REGION, "c-same", "p:mine"));

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(3);
    }

    @Test
    void answersFiftyTwinsAlike() {
        discounts().given(aDiscount().id("p:twins").region(REGION).totalUses(50).build());
        var body = RedemptionClient.body(REGION, "c-1", 300, "p:twins");

        var answers = inParallel(50, 50, i -> redemptions.write("/v1/redemptions", "fifty-twins", body));

        assertThat(answers).allMatch(answer -> answer.statusCode() == 201);
        assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
        assertThat(standing("twins")).isEqualTo(1);
    }

    private GivenDiscounts discounts() {
        return new GivenDiscounts(catalog, transaction);
    }

    private interface Attempt {
        HttpResponse<String> of(int number);
    }

    private static List<Integer> atOnce(int attempts, Attempt attempt) {
        return inParallel(attempts, THREADS, attempt).stream()
                .map(HttpResponse::statusCode)
                .toList();
    }

    private static List<HttpResponse<String>> inParallel(int attempts, int threads, Attempt attempt) {
        try (var executor = Executors.newFixedThreadPool(threads)) {
            var tasks = IntStream.range(0, attempts)
                    .<Callable<HttpResponse<String>>>mapToObj(i -> () -> attempt.of(i))
                    .toList();
            return executor.invokeAll(tasks).stream().map(Future::resultNow).toList();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private long standing(String externalId) {
        return count(
                "SELECT COUNT(*) FROM redemption_line WHERE region = ? AND external_id = ? AND standing > 0",
                externalId);
    }

    private long left(String externalId) {
        return count("SELECT SUM(uses_left) FROM usage_budget WHERE region = ? AND external_id = ?", externalId)
                + count(
                        "SELECT COALESCE(SUM(uses_left), 0) FROM usage_slice WHERE region = ? AND external_id = ?",
                        externalId);
    }

    private long count(String sql, String externalId) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class, REGION, externalId));
    }
}
