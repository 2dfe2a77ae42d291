package io.discounts.service;

import io.discounts.service.devservers.RunningServers;
import io.discounts.service.devservers.ServerProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static io.discounts.service.discount.fixtures.DiscountFixtures.aStore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An outage is a normal day: what is warm is answered, what changes meanwhile arrives afterwards, nothing restarts. */
@ServiceTest
class OutageTest {
    private static final String LONG_AGO = "2020-01-01T00:00:00Z";

    @Autowired
    private ProviderEvents events;

    @Autowired
    private ServiceClient service;

    @Autowired
    private RunningServers servers;

    @Autowired
    private JdbcConnectionDetails jdbc;

    @BeforeEach
    void warmUp() {
        events.publish(aStore("outage-1", "MAD", "restaurant", "outage-brand"));
        events.publish(aStore("outage-cold", "MAD", "restaurant", "cold-brand"));
        events.publish(aDiscount()
                .id("partner-promotions:outage")
                .inStores("outage-1")
                .validFrom(LONG_AGO)
                .build());
        awaitListed("partner-promotions:outage");
    }

    @AfterEach
    void bringEverythingBack() {
        servers.redis().start();
        servers.mariaDb().ifPresent(ServerProcess::start);
        awaitAnswerFromMySql();
    }

    /** Of a store that nobody has asked for yet: other tests share this service. */
    private void awaitAnswerFromMySql() {
        await().untilAsserted(() -> {
            var unknown = ServiceClient.searchBody("ES", "outage-" + System.nanoTime());
            assertThat(service.post("/v1/discounts/search", unknown).statusCode())
                    .isEqualTo(200);
        });
    }

    @Test
    void answersAndAppliesWhileRedisIsAway() {
        servers.redis().stop();

        events.publish(aDiscount()
                .id("partner-promotions:without-redis")
                .inStores("outage-1")
                .build());
        awaitListed("partner-promotions:without-redis");
        awaitColdStoreAnswered();

        servers.redis().start();
        events.publish(aDiscount()
                .id("partner-promotions:after-redis")
                .inStores("outage-1")
                .build());
        awaitListed("partner-promotions:after-redis");
    }

    @Test
    void answersWhileRedisHangs() {
        servers.redis().pause();
        try {
            assertThat(listed("outage-1")).contains("partner-promotions:outage");
            awaitColdStoreAnswered();
        } finally {
            servers.redis().resume();
        }
    }

    @Test
    @DisabledIfSystemProperty(named = "discounts.test.mysql.url", matches = ".+", disabledReason = "not ours to stop")
    void answersWarmStoresAsStalePastTheBoundWhileMySqlIsAway() {
        mariaDb().stop();

        awaitStale(true);
        assertThat(listed("outage-1")).contains("partner-promotions:outage");
        var cold = service.post("/v1/discounts/search", ServiceClient.searchBody("ES", "outage-never-seen"));
        assertThat(cold.statusCode()).isEqualTo(503);
        assertThat(cold.headers().firstValue("Retry-After")).isPresent();
        assertThat(service.getManagement("/actuator/health/readiness").statusCode())
                .isEqualTo(200);
        events.publish(aDiscount()
                .id("partner-promotions:without-mysql")
                .inStores("outage-1")
                .build());

        mariaDb().start();

        awaitStale(false);
        awaitListed("partner-promotions:without-mysql");
    }

    @Test
    @DisabledIfSystemProperty(named = "discounts.test.mysql.url", matches = ".+", disabledReason = "not ours to stop")
    void answersThePastOfThoseStoresAloneThatWereAskedForItWhileMySqlIsAway() {
        awaitColdStoreAnswered();
        await().untilAsserted(() -> assertThat(past("outage-1").body()).contains("[\"partner-promotions:outage\"]"));

        mariaDb().stop();

        assertThat(listed("outage-cold")).isEmpty();
        var never = past("outage-cold");
        assertThat(never.statusCode()).isEqualTo(503);
        assertThat(never.headers().firstValue("Retry-After")).isPresent();
        assertThat(past("outage-1").body()).contains("[\"partner-promotions:outage\"]");
    }

    @Test
    @DisabledIfSystemProperty(named = "discounts.test.mysql.url", matches = ".+", disabledReason = "not ours to turn")
    void waitsWithItsEventsWhileMySqlIsReadOnly() throws SQLException {
        operator("SET GLOBAL read_only = 1");
        try {
            events.publish(aDiscount()
                    .id("partner-promotions:read-only")
                    .inStores("outage-1")
                    .build());
            awaitColdStoreAnswered();
            assertThat(listed("outage-1"))
                    .contains("partner-promotions:outage")
                    .doesNotContain("partner-promotions:read-only");
        } finally {
            operator("SET GLOBAL read_only = 0");
        }

        awaitListed("partner-promotions:read-only");
    }

    private void operator(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbc.getJdbcUrl(), "operator", "operator");
                var order = connection.createStatement()) {
            order.execute(statement);
        }
    }

    private ServerProcess mariaDb() {
        return servers.mariaDb().orElseThrow();
    }

    private void awaitListed(String discount) {
        await().untilAsserted(() -> assertThat(listed("outage-1")).contains(discount));
    }

    /** On a machine that is busy elsewhere a first try may run out of time; it must not stay so. */
    private void awaitColdStoreAnswered() {
        await().untilAsserted(() -> assertThat(listed("outage-cold")).isEmpty());
    }

    private void awaitStale(boolean stale) {
        await().untilAsserted(() -> assertThat(
                        service.search("ES", "outage-1").get("stale").booleanValue())
                .isEqualTo(stale));
    }

    /** Before everything that other tests publish, and longer ago than cached sheets reach back. */
    private HttpResponse<String> past(String store) {
        return service.post(
                "/v1/discounts/search",
                "{\"region\":\"ES\",\"storeIds\":[\"" + store + "\"],\"at\":\"" + LONG_AGO + "\"}");
    }

    private List<String> listed(String store) {
        return service.discountIds("ES", store);
    }
}
