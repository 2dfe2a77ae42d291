package io.discounts.sample.shop;

import io.discounts.sample.SampleMonolith;
import io.discounts.sample.promotion.Promotion;
import io.discounts.sample.promotion.Promotions;
import io.discounts.sdk.testkit.Behaviours;
import io.discounts.sdk.testkit.FakeDiscountsService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import static io.discounts.sdk.testkit.FakeDiscount.discount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The whole shop, as it is opened, with flags in a file; the service is the testkit's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleMonolithTest {
    private static final String STORES = "/stores?customer=c-1";
    private static final String CHECKOUT = "/checkouts?customer=c-1&store=ad-3&items=plasters:2,sunscreen";

    private final FakeDiscountsService service = FakeDiscountsService.start();
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    private Path folder;
    private ConfigurableApplicationContext shop;

    @BeforeAll
    void open(@TempDir Path temporary) throws IOException {
        folder = temporary;
        service.store("ad-3").has(discount("marketing-campaigns:3001").percentOff(50));
        flags("LOCAL", "off");
        shop = new SpringApplicationBuilder(SampleMonolith.class)
                .run(
                        // A development run of this checkout has nothing to hear from tests.
                        "--sample.kinesis.region=",
                        "--server.port=0",
                        // First calls load classes, for which the budget of a call is not made.
                        "--discounts.client.budget=20s",
                        "--discounts.client.base-url=" + service.uri(),
                        "--discounts.client.flags.file=" + folder.resolve("flags.json"));
    }

    @AfterAll
    void close() {
        shop.close();
        service.close();
    }

    @Test
    void goesByTheFlagsFromItsOwnSearchToTheServiceAndBack() throws Exception {
        stage("LOCAL", "off");
        assertThat(get(STORES).at("/stores/2/discounts/0").asString()).isEqualTo("A third off care");

        stage("REMOTE", "off");
        assertThat(get(STORES).at("/stores/2/discounts/0").asString()).isEqualTo("marketing-campaigns:3001");

        stage("REMOTE", "on");
        var page = get(STORES);
        assertThat(page.at("/stores/2/discounts/0").asString()).isEqualTo("A third off care");
        assertThat(page.at("/answeredBy/reason").asString()).isEqualTo("KILL_SWITCH");
    }

    @Test
    void sellsWithTheDiscountsOfWhoeverHasEvaluated() throws Exception {
        stage("LOCAL", "off");
        var local = post(CHECKOUT, 201);
        assertThat(local.at("/heldBy").asString()).isEqualTo("LOCAL");
        // 33.33 % of 13.99, of the sunscreen alone
        assertThat(local.at("/priced/discount").asInt()).isEqualTo(466);

        stage("REMOTE", "off");
        var remote = post(CHECKOUT, 201);
        assertThat(remote.at("/heldBy").asString()).isEqualTo("REMOTE");
        assertThat(remote.at("/priced/discount").asInt()).isEqualTo(1045);

        // Each goes on where it is held, whatever the flags say by now.
        assertMoved(local, "pay", "CONFIRMED", "LOCAL");
        assertMoved(remote, "pay", "CONFIRMED", "REMOTE");
        assertMoved(remote, "pay", "CONFIRMED", "REMOTE");
        assertMoved(remote, "cancel", "CANCELLED", "REMOTE");
        assertThat(post("/checkouts/" + local.at("/checkout").asString() + "/abandon", 409)
                        .at("/detail")
                        .asString())
                .startsWith("redemption-state-conflict");
    }

    @Test
    void booksUnderTheKillSwitchWhatTheServiceHolds() throws Exception {
        stage("REMOTE", "off");
        var remote = post(CHECKOUT, 201);

        stage("REMOTE", "on");

        assertMoved(remote, "pay", "CONFIRMED", "LOCAL");
    }

    @Test
    void sellsWithoutTheService() throws Exception {
        stage("REMOTE", "off");
        service.plays(Behaviours.reset());
        try {
            var checkout = post(CHECKOUT, 201);

            assertThat(checkout.at("/priced/answeredBy/source").asString()).isEqualTo("LOCAL");
            assertMoved(checkout, "abandon", "RELEASED", "LOCAL");
        } finally {
            service.heals();
        }
    }

    @Test
    void letsMarketingChangePromotionsAndEndThem() throws Exception {
        stage("LOCAL", "off");

        var changed = send("PUT", "/promotions/1005?basisPoints=5000", 200);
        assertThat(changed.at("/basisPoints").asInt()).isEqualTo(5000);
        assertThat(get("/basket?customer=c-1&store=ad-3&items=sunscreen")
                        .at("/discount")
                        .asInt())
                .isEqualTo(700);

        var ended = promotion(1005);
        send("DELETE", "/promotions/1005", 200);
        assertThat(get(STORES).at("/stores/2/discounts").isEmpty()).isTrue();
        shop.getBean(Promotions.class).put(ended.with(3333, ended.version() + 1));
    }

    @Test
    void tellsWhatIsWrongWithAnOrder() throws Exception {
        assertThat(send("GET", "/basket?customer=c-1&store=ad-9&items=tea", 404)
                        .at("/detail")
                        .asString())
                .isEqualTo("there is no store 'ad-9'");
        assertThat(send("GET", "/basket?customer=c-1&store=ad-3&items=tea", 400)
                        .at("/detail")
                        .asString())
                .isEqualTo("ad-3 sells no 'tea'");
        assertThat(send("GET", "/basket?customer=c-1&store=ad-3&items=plasters:many", 400)
                        .at("/detail")
                        .asString())
                .isEqualTo("no quantity: 'many'");
        send("GET", "/basket?customer=c-1&store=ad-3&items=plasters:0", 400);
        send("POST", "/checkouts/ck-0/pay", 404);
        send("PUT", "/promotions/1005?basisPoints=10001", 400);
        send("DELETE", "/promotions/1999", 404);
    }

    private Promotion promotion(int number) {
        return shop.getBean(Promotions.class).find(number).orElseThrow();
    }

    private void assertMoved(JsonNode checkout, String how, String status, String heldBy) throws Exception {
        var moved = post("/checkouts/" + checkout.at("/checkout").asString() + "/" + how, 200);
        assertThat(moved.at("/status").asString()).isEqualTo(status);
        assertThat(moved.at("/heldBy").asString()).isEqualTo(heldBy);
    }

    /** Waits until the shop has heard of it, as whoever flips a flag does. */
    private void stage(String stage, String killSwitch) throws IOException {
        flags(stage, killSwitch);
        var expected = killSwitch.equals("on") ? "KILL_SWITCH" : stage;
        await().until(() -> {
            var told = get(STORES).at("/answeredBy");
            return (told.at("/reason") + " " + told.at("/stage")).contains(expected)
                    && (killSwitch.equals("on")
                            || !told.at("/reason").asString().equals("KILL_SWITCH"));
        });
    }

    private void flags(String stage, String killSwitch) throws IOException {
        var draft = Files.writeString(folder.resolve("draft"), """
                {"flags": {
                  "discounts.kill-switch":
                    {"state": "ENABLED", "variants": {"on": true, "off": false}, "defaultVariant": "%2$s"},
                  "discounts.search.stage": {"state": "ENABLED", "variants": {"now": "%1$s"}, "defaultVariant": "now"},
                  "discounts.evaluate.stage": {"state": "ENABLED", "variants": {"now": "%1$s"}, "defaultVariant": "now"}
                }}""".formatted(stage, killSwitch));
        Files.move(draft, folder.resolve("flags.json"), StandardCopyOption.REPLACE_EXISTING);
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return send("GET", path, 200);
    }

    private JsonNode post(String path, int status) throws IOException, InterruptedException {
        return send("POST", path, status);
    }

    private JsonNode send(String method, String path, int status) throws IOException, InterruptedException {
        var port = shop.getEnvironment().getRequiredProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        var response = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return json.readTree(response.body());
    }
}
