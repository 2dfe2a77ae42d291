package io.discounts.sdk.spring;

import io.discounts.sdk.DiscountsBackend;
import io.discounts.sdk.DiscountsClient;
import io.discounts.sdk.Operation;
import io.discounts.sdk.rollout.Rollout;
import io.discounts.sdk.testkit.FakeDiscountsService;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.locks.LockSupport;

import static io.discounts.sdk.testkit.FakeDiscount.discount;

/** A host in a process of its own, to see whether it runs on a JDK: it starts, asks the service, shows its report, and ends. */
public final class StarterSmoke {
    /** Before all that it says; the rest is Boot's. */
    static final String SAYS = "smoke: ";

    private StarterSmoke() {}

    public static void main(String[] args) throws Exception {
        try (var service = FakeDiscountsService.start()) {
            service.store("s-1").has(discount("p:1"));
            var host = new SpringApplicationBuilder(Host.class)
                    .run(
                            "--server.port=0",
                            "--management.endpoints.web.exposure.include=discounts",
                            "--discounts.client.base-url=" + service.uri(),
                            "--discounts.client.flags.search=REMOTE");
            try (host) {
                says("java " + Runtime.version().feature());
                says("boot " + SpringBootVersion.getVersion());
                awaitFlags(host.getBean(Rollout.class));
                var answer = Hosts.search(host.getBean(DiscountsClient.class));
                says("search " + answer.source() + " "
                        + answer.value().discounts().keySet());
                says("report " + status(host.getEnvironment().getRequiredProperty("local.server.port")));
            }
        }
    }

    private static void awaitFlags(Rollout rollout) {
        while (rollout.staging(Operation.SEARCH).isEmpty()) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static int status(String port) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/discounts"));
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @SuppressWarnings("SystemOut") // it is how it is heard
    private static void says(String line) {
        System.out.println(SAYS + line);
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
