package io.discounts.service.ops;

import io.discounts.service.ProviderEvents;
import io.discounts.service.ServiceClient;
import io.discounts.service.ServiceTest;
import io.discounts.service.devservers.DevServers;
import io.discounts.service.devservers.LocalS3;
import io.discounts.service.devservers.RunningServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.core.sync.RequestBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static io.discounts.service.discount.fixtures.DiscountFixtures.aStore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Replays as operators order and follow them. */
@ServiceTest
class ReplayApiTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration SOON = Duration.ofSeconds(30);

    /** As ServiceTest allows it. */
    private static final Path LOGS = Path.of("target/event-logs").toAbsolutePath();

    @Autowired
    private ServiceClient service;

    @Autowired
    private ProviderEvents events;

    @Test
    void replaysWhatWasOrdered() throws IOException {
        var day = Files.createDirectories(LOGS.resolve("api/partner-promotions/2026/11/22"));
        var discount = aDiscount()
                .id("partner-promotions:replayed")
                .inStores("replay-1")
                .build();
        Files.writeString(day.resolve("a.ndjson"), events.published(discount) + "\n");
        events.publish(aStore("replay-1"));

        var answer = order(body(LOGS.resolve("api").toString()));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        var location = answer.headers().firstValue("Location").orElseThrow();
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(get(location).get("state").stringValue()).isEqualTo("succeeded"));
        var replay = get(location);
        assertThat(replay.at("/progress/records").longValue()).isEqualTo(1);
        assertThat(replay.get("orderedBy").stringValue()).isEqualTo("anonymous");
        assertThat(replay.at("/progress/applied").longValue()
                        + replay.at("/progress/outdated").longValue())
                .isEqualTo(1);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(service.discountIds("ES", "replay-1"))
                        .containsExactly("partner-promotions:replayed"));
        assertThat(get("/ops/replays?limit=200").get("items")).contains(replay);
        var cancelled = service.post(location + "/cancel", "");
        assertThat(JSON.readTree(cancelled.body()).get("state").stringValue())
                .as("too late")
                .isEqualTo("succeeded");
        assertThat(service.getManagement("/actuator/prometheus").body())
                .contains("discounts_replay_records_total{outcome=\"applied\"}");
    }

    @Test
    void replaysWhatLiesInS3() {
        var discount = aDiscount()
                .id("partner-promotions:replayed-from-s3")
                .inStores("replay-2")
                .build();
        events.publish(aStore("replay-2"));
        DevServers.s3();
        try (var s3 = LocalS3.client(DevServers.running().s3Endpoint(), RunningServers.ACCESS_KEY)) {
            s3.putObject(
                    object -> object.bucket(LocalS3.BUCKET).key("api/log/partner-promotions/2026/11/22/a.ndjson"),
                    RequestBody.fromString(events.published(discount) + "\n"));
        }

        var answer = order(body("s3://event-log/api/log"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        var location = answer.headers().firstValue("Location").orElseThrow();
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(get(location).get("state").stringValue()).isEqualTo("succeeded"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(service.discountIds("ES", "replay-2"))
                        .containsExactly("partner-promotions:replayed-from-s3"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                                       | /location
                    {"location":"/etc","from":"2026-11-22T00:00:00Z","until":"2026-11-23T00:00:00Z"} | /location
                    {"location":"LOGS/../../etc","from":"2026-11-22T00:00:00Z","until":"2026-11-23T00:00:00Z"} | /location
                    {"location":"s3://any/log","from":"2026-11-22T00:00:00Z","until":"2026-11-23T00:00:00Z"} | /location
                    {"location":"s3://event-log/api-2","from":"2026-11-22T00:00:00Z","until":"2026-11-23T00:00:00Z"} | /location
                    {"location":"s3://event-log/api/%2e%2e/log","from":"2026-11-22T00:00:00Z","until":"2026-11-23T00:00:00Z"} | /location
                    {"location":"LOGS","from":"2026-11-22","until":"2026-11-23T00:00:00Z"}   | /from
                    {"location":"LOGS","from":"2026-11-22T00:00:00Z"}                        | /until
                    {"location":"LOGS","from":"2026-11-23T00:00:00Z","until":"2026-11-23T00:00:00Z"} | /until
                    {"provider":"nobody","location":"LOGS","from":"2026-11-22T00:00:00Z","until":"2026-11-23T00:00:00Z"} | /provider
                    """)
    void refusesWhatItCannotReplay(String body, String pointer) {
        var answer = order(body.replace("LOGS", LOGS.toString()));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).at("/errors/0/pointer").stringValue())
                .isEqualTo(pointer);
    }

    @Test
    void knowsNoReplayThatNeverWas() {
        for (var id : new String[] {"0", "999999999999999999", "x"}) {
            assertThat(service.get("/ops/replays/" + id).statusCode()).isEqualTo(404);
            var answer = service.post("/ops/replays/" + id + "/cancel", "");
            assertThat(JSON.readTree(answer.body()).get("type").stringValue()).endsWith(":replay-not-found");
        }
    }

    private HttpResponse<String> order(String body) {
        return service.post("/ops/replays", body);
    }

    private static String body(String location) {
        return """
                {"provider":"partner-promotions","location":"%s","from":"2026-11-22T00:00:00Z","until":"2026-11-23T00:00:00Z"}
                """.formatted(location);
    }

    private JsonNode get(String path) {
        return JSON.readTree(service.get(path).body());
    }
}
