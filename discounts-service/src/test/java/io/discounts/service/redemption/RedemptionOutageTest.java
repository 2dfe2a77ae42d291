package io.discounts.service.redemption;

import io.discounts.service.RedemptionClient;
import io.discounts.service.ServiceTest;
import io.discounts.service.catalog.DiscountCatalog;
import io.discounts.service.devservers.RunningServers;
import io.discounts.service.devservers.ServerProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import java.net.http.HttpResponse;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Locks may be lost, and the database may be away: nothing is sold twice, and nothing is half done. */
@ServiceTest
class RedemptionOutageTest {
    private static final String REGION = "CY";

    @Autowired
    private RedemptionClient redemptions;

    @Autowired
    private RunningServers servers;

    @Autowired
    private DiscountCatalog catalog;

    @Autowired
    private TransactionTemplate transaction;

    @AfterEach
    void bringEverythingBack() {
        servers.redis().start();
        servers.mariaDb().ifPresent(ServerProcess::start);
    }

    @Test
    void sellsNothingTwiceWhenEveryLockIsLost() {
        var discounts = new GivenDiscounts(catalog, transaction);
        discounts.given(aDiscount().id("p:out-1").region(REGION).exclusiveUse().build());
        discounts.given(aDiscount().id("p:out-2").region(REGION).totalUses(5).build());
        var held = redemptions.held(REGION, "c-1", "p:out-1");

        servers.redis().stop();
        var exclusive = redemptions.hold(REGION, "c-2", "p:out-1");
        var other = redemptions.hold(REGION, "c-2", "p:out-2");

        assertThat(exclusive.statusCode()).as(exclusive.body()).isEqualTo(503);
        assertThat(exclusive.headers().firstValue("Retry-After")).isPresent();
        assertThat(other.statusCode()).as(other.body()).isEqualTo(201);

        servers.redis().start();
        await().untilAsserted(() -> assertThat(
                        redemptions.hold(REGION, "c-2", "p:out-1").statusCode())
                .isEqualTo(409));
        assertThat(redemptions.confirm(held, "o-1").statusCode()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(
                        redemptions.hold(REGION, "c-2", "p:out-1").statusCode())
                .isEqualTo(201));
    }

    @Test
    @DisabledIfSystemProperty(named = "discounts.test.mysql.url", matches = ".+", disabledReason = "not ours to stop")
    void doesNothingWhileTheDatabaseIsAwayAndTheSameOnceItIsBack() {
        new GivenDiscounts(catalog, transaction)
                .given(aDiscount().id("p:out-3").region(REGION).totalUses(1).build());

        servers.mariaDb().orElseThrow().stop();
        var away = hold();
        assertThat(away.statusCode()).as(away.body()).isEqualTo(503);
        assertThat(away.headers().firstValue("Retry-After")).isPresent();

        servers.mariaDb().orElseThrow().start();
        await().untilAsserted(() -> assertThat(hold().statusCode()).isEqualTo(201));
        assertThat(redemptions.hold(REGION, "c-2", "p:out-3").statusCode()).isEqualTo(409);
    }

    private HttpResponse<String> hold() {
        return redemptions.write("/v1/redemptions", "while-away", RedemptionClient.body(REGION, "c-1", 300, "p:out-3"));
    }
}
