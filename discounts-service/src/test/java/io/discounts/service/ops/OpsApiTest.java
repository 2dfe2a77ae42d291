package io.discounts.service.ops;

import io.discounts.service.ProviderEvents;
import io.discounts.service.ServiceClient;
import io.discounts.service.ServiceTest;
import io.discounts.service.devservers.RunningServers;
import io.discounts.service.devservers.ServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static io.discounts.service.discount.fixtures.DiscountFixtures.aStore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What operators see and do, from a record on Kinesis to the answer. */
@ServiceTest
class OpsApiTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private ProviderEvents events;

    @Autowired
    private ServiceClient service;

    @Autowired
    private RunningServers servers;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aPoisonRecordHoldsItsOwnDiscountUntilItIsDiscarded() {
        events.publish(aStore("ops-1", "MAD", "restaurant", "ops-brand"));
        var poison = events.event("io.discounts.discount.published.v1", "ES/ops-parked", "{\"externalId\":\"x\"}");
        var discount = aDiscount()
                .id("marketing-campaigns:ops-parked")
                .inStores("ops-1")
                .build();
        events.put("marketing-campaigns", "ES/ops-parked", poison);
        events.publish(discount);
        events.publish(
                aDiscount().id("marketing-campaigns:ops-free").inStores("ops-1").build());

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(letters("ES/ops-parked", "").get("items")).hasSize(2));
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(service.discountIds("ES", "ops-1")).containsExactly("marketing-campaigns:ops-free"));

        var first = letters("ES/ops-parked", "&limit=1");
        var letter = first.at("/items/0");
        assertThat(payload(letter)).isEqualTo(poison);
        assertThat(letter.get("shardId").stringValue()).startsWith("shardId-");
        var second =
                letters("ES/ops-parked", "&cursor=" + first.get("nextCursor").stringValue());
        assertThat(second.at("/items/0/reason").stringValue())
                .isEqualTo("waits behind dead letter " + letter.get("id"));
        assertThat(second.get("nextCursor").isNull()).isTrue();
        assertThat(shard("marketing-campaigns", letter.get("shardId").stringValue())
                        .get("parkedSubjectNames")
                        .toString())
                .contains("ES/ops-parked");

        var redriven = post(letter, "redrive");
        assertThat(redriven.get("remaining").intValue()).isEqualTo(2);
        assertThat(redriven.at("/stoppedAt/id")).isEqualTo(letter.get("id"));

        var discarded = post(letter, "discard");
        assertThat(discarded.toString()).isEqualTo("{\"applied\":1,\"outdated\":0,\"remaining\":0,\"stoppedAt\":null}");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(service.discountIds("ES", "ops-1"))
                        .containsExactly("marketing-campaigns:ops-free", "marketing-campaigns:ops-parked"));
        assertThat(audited(letter.get("id").longValue())).isEqualTo("anonymous DISCARD DISCARDED " + poison);
    }

    @Test
    void knowsNoLetterThatNeverWas() {
        for (var id : new String[] {"0", "999999999999999999", "99999999999999999999", "x"}) {
            var answer = service.post("/ops/dead-letters/" + id + "/discard", "");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(JSON.readTree(answer.body()).get("type").stringValue()).endsWith(":dead-letter-not-found");
        }
    }

    @Test
    void refusesOddPages() {
        for (var path : new String[] {"/ops/dead-letters", "/ops/ingestion"}) {
            var answer = service.get(path + "?limit=201&cursor=made-up");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(JSON.readTree(answer.body()).at("/errors/0/pointer").stringValue())
                    .isEqualTo("/limit");
            assertThat(JSON.readTree(answer.body()).at("/errors/1/pointer").stringValue())
                    .isEqualTo("/cursor");
        }
    }

    @Test
    void tellsHowEachShardStands() {
        await().atMost(SOON).untilAsserted(() -> {
            var shard = shard("stores", "shardId-000000000000");
            assertThat(shard.path("provider").asString()).isEqualTo("stores");
            assertThat(shard.path("lagSeconds").isNumber()).isTrue();
            assertThat(shard.path("watermark").isString()).isTrue();
        });
        var first = get("/ops/ingestion?limit=1");
        var rest = get("/ops/ingestion?cursor=" + first.get("nextCursor").stringValue());
        assertThat(rest.get("items")).isNotEmpty().doesNotContain(first.at("/items/0"));
    }

    @Test
    @DisabledIfSystemProperty(named = "discounts.test.mysql.url", matches = ".+", disabledReason = "not ours to stop")
    void asksToTryAgainWhileTheDatabaseIsAway() {
        servers.mariaDb().orElseThrow().stop();
        try {
            var answer = service.get("/ops/dead-letters");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(service.post("/ops/dead-letters/1/redrive", "").statusCode())
                    .isEqualTo(503);
        } finally {
            servers.mariaDb().ifPresent(ServerProcess::start);
            await().atMost(SOON).until(() -> service.get("/ops/dead-letters").statusCode() == 200);
        }
    }

    private JsonNode letters(String subject, String more) {
        return get("/ops/dead-letters?stream=marketing-campaigns&subject=" + subject + more);
    }

    /** An empty object if it is not told of. */
    private JsonNode shard(String stream, String shardId) {
        return get("/ops/ingestion?limit=200")
                .get("items")
                .valueStream()
                .filter(item -> item.get("stream").stringValue().equals(stream)
                        && item.get("shardId").stringValue().equals(shardId))
                .findFirst()
                .orElseGet(JSON::createObjectNode);
    }

    private JsonNode get(String path) {
        var answer = service.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private JsonNode post(JsonNode letter, String action) {
        var answer = service.post("/ops/dead-letters/" + letter.get("id") + "/" + action, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static String payload(JsonNode letter) {
        var bytes = Base64.getDecoder().decode(letter.get("payload").stringValue());
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String audited(long letterId) {
        return jdbc.sql("""
                        SELECT actor, action, outcome, payload FROM dead_letter_audit
                         WHERE letter_id = ? AND outcome = 'DISCARDED'
                        """)
                .param(letterId)
                .query((row, index) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " "
                        + new String(row.getBytes(4), StandardCharsets.UTF_8))
                .single();
    }
}
