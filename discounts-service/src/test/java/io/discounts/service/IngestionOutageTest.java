package io.discounts.service;

import io.discounts.service.devservers.RunningServers;
import io.discounts.service.devservers.Streams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.List;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static io.discounts.service.discount.fixtures.DiscountFixtures.aStore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What ingestion depends on is slow, or hangs: it waits with what it has read, and loses nothing. */
@ServiceTest
class IngestionOutageTest {
    private static final String STREAM = Streams.PARTNER_PROMOTIONS;

    @Autowired
    private ProviderEvents events;

    @Autowired
    private ServiceClient service;

    @Autowired
    private RunningServers servers;

    @Autowired
    private JdbcConnectionDetails jdbc;

    @Autowired
    private DynamoDbAsyncClient dynamoDb;

    @BeforeEach
    void warmUp() {
        events.publish(aStore("slow-1", "MAD", "restaurant", "slow-brand"));
        publish("warm");
        awaitListed("warm");
    }

    @AfterEach
    void bringItBack() {
        servers.dynamoDb().resume();
    }

    @Test
    @DisabledIfSystemProperty(named = "discounts.test.mysql.url", matches = ".+", disabledReason = "not ours to slow")
    void waitsWithItsLeaseRenewedAndNothingCheckpointedWhileMySqlIsTooSlow() throws SQLException {
        var leases = new LeaseRows(dynamoDb, "service-test");
        var shard = shardOf("ES/slow");
        var tries = retries();
        var connections = new DriverManagerDataSource(jdbc.getJdbcUrl(), "operator", "operator");
        try (var mySql = SlowMySql.begin(connections.getConnection(), JdbcClient.create(connections))) {
            publish("slow");
            awaitRetriesAfter(tries + 1, mySql); // with the first, what was applied before is checkpointed
            var begun = leases.of(STREAM, shard);

            awaitRetriesAfter(retries(), mySql);
            await().until(() -> leases.of(STREAM, shard).counter() > begun.counter());

            var waiting = leases.of(STREAM, shard);
            assertThat(waiting.owner()).isEqualTo(begun.owner()).isNotEmpty();
            assertThat(waiting.checkpoint()).isEqualTo(begun.checkpoint());
            assertThat(listed()).contains("partner-promotions:warm").doesNotContain("partner-promotions:slow");
        }

        awaitListed("slow");
    }

    @Test
    void readsGoOnWhileTheLeaseTableHangsAndEventsArriveAfterwards() {
        servers.dynamoDb().pause();
        publish("hung-before");
        assertThat(listed()).contains("partner-promotions:warm");
        await().untilAsserted(
                        () -> assertThat(service.discountIds("ES", "slow-cold")).isEmpty());
        publish("hung-after");
        servers.dynamoDb().resume();

        awaitListed("hung-before");
        awaitListed("hung-after");
    }

    private void publish(String id) {
        events.publish(
                aDiscount().id("partner-promotions:" + id).inStores("slow-1").build());
    }

    /** A batch that fails has been tried again, each time with its statements ended. */
    private void awaitRetriesAfter(double before, SlowMySql mySql) {
        await().until(() -> {
            mySql.endWaitingStatements();
            return retries() > before;
        });
    }

    private double retries() {
        return service.getManagement("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("discounts_ingestion_retries_total{"))
                .filter(line -> line.contains("\"" + STREAM + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Two shards share the hash keys, the first half being the first's. */
    private static String shardOf(String partitionKey) {
        try {
            var hash = MessageDigest.getInstance("MD5").digest(partitionKey.getBytes(StandardCharsets.UTF_8));
            return "shardId-00000000000" + (new BigInteger(1, hash).testBit(127) ? 1 : 0);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitListed(String id) {
        await().untilAsserted(() -> assertThat(listed()).contains("partner-promotions:" + id));
    }

    private List<String> listed() {
        return service.discountIds("ES", "slow-1");
    }
}
