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

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var port = host.getEnvironment().getRequiredProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
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
