package io.discounts.sdk.spring;

import io.discounts.sdk.DiscountsBackend;
import io.discounts.sdk.DiscountsClient;
import io.discounts.sdk.Operation;
import io.discounts.sdk.Reason;
import io.discounts.sdk.rollout.Rollout;
import io.discounts.sdk.testkit.Behaviours;
import io.discounts.sdk.testkit.FakeDiscountsService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A host as Spring Boot itself configures it: web server, actuator, meters. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeHostTest {
    private final FakeDiscountsService service = FakeDiscountsService.start();
    private ConfigurableApplicationContext host;

    @BeforeAll
    void start() {
        host = new SpringApplicationBuilder(Host.class)
                .run(
                        "--server.port=0",
                        "--management.endpoints.web.exposure.include=health,metrics,discounts",
                        "--discounts.client.base-url=" + service.uri(),
                        "--discounts.client.flags.search=REMOTE");
        var rollout = host.getBean(Rollout.class);
        await().until(() -> rollout.staging(Operation.SEARCH).isPresent());
    }

    @AfterAll
    void stop() {
        host.close();
        service.close();
    }

    @Test
    void countsCallsInTheRegistryOfBoot() throws Exception {
        Hosts.search(host.getBean(DiscountsClient.class));

        assertThat(get("/actuator/metrics/discounts.client.calls").body()).contains("\"operation\"");
        assertThat(get("/actuator/metrics/discounts.client.stage").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/metrics/discounts.client.call").body()).contains("\"search\"");
    }

    @Test
    void isAsHealthyWithoutTheServiceAsWithIt() throws Exception {
        service.plays(Behaviours.reset());
        try {
            var answer = Hosts.search(host.getBean(DiscountsClient.class));

            assertThat(answer.reason()).isEqualTo(Reason.REMOTE_FAILED);
            assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
        } finally {
            service.heals();
        }
    }

    @Test
    void showsTheReportAsJson() throws Exception {
        Hosts.search(host.getBean(DiscountsClient.class));

        var response = get("/actuator/discounts");

        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(JsonParserFactory.getJsonParser().parseMap(response.body()))
                .containsKeys("since", "budget", "segments", "steering")
                .extractingByKey("calls")
                .asString()
                .contains("SEARCH", "REMOTE");
    }

    @Test
    void showsTheReportAsAPageToBrowsers() throws Exception {
        var response = send(request("/actuator/discounts").header("Accept", "text/html,*/*;q=0.8"));

        assertThat(response.headers().firstValue("Content-Type"))
                .get()
                .asString()
                .startsWith("text/html");
        assertThat(response.body()).startsWithIgnoringCase("<!doctype html>").contains("</html>");
    }

    @Test
    void killSwitchIsHeldOnAndLetGoFromOutside() throws Exception {
        var client = host.getBean(DiscountsClient.class);

        var pulled = killSwitch("{\"on\": true, \"why\": \"prices are wrong\"}");
        try {
            assertThat(pulled.body()).contains("\"on\":true", "CODE", "prices are wrong");
            assertThat(Hosts.search(client).reason()).isEqualTo(Reason.KILL_SWITCH);
            assertThat(get("/actuator/discounts").body()).contains("prices are wrong");
        } finally {
            assertThat(killSwitch("{\"on\": false, \"why\": \"repaired\"}").body())
                    .contains("\"on\":false");
        }
        assertThat(Hosts.search(client).reason()).isNotEqualTo(Reason.KILL_SWITCH);
    }

    @Test
    void nobodyPullsTheKillSwitchWithoutAReason() throws Exception {
        assertThat(killSwitch("{\"on\": true}").statusCode()).isEqualTo(400);
        assertThat(killSwitch("{\"on\": true, \"why\": \" \"}").statusCode()).isEqualTo(400);
        assertThat(host.getBean(DiscountsClient.class).killSwitch().isOn()).isFalse();
    }

    private HttpResponse<String> killSwitch(String json) throws IOException, InterruptedException {
        return send(request("/actuator/discounts")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        var port = host.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Host {
        @Bean
        DiscountsBackend ownSearch() {
            return new Hosts.EmptySearch();
        }
    }
}
