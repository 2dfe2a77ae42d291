package io.discounts.sdk.spring;

import io.discounts.sdk.DiscountsClient;
import io.discounts.sdk.Source;
import io.discounts.sdk.Stage;
import io.discounts.sdk.testkit.FakeDiscountsExtension;
import io.discounts.sdk.testkit.FakeDiscountsService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.concurrent.atomic.AtomicReference;

import static io.discounts.sdk.testkit.FakeDiscount.discount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(FakeDiscountsExtension.class)
class ClientTest {
    @Test
    void asksTheServiceOfTheBaseUrl(FakeDiscountsService service) {
        service.store("s-1").has(discount("partner-promotions:42"));

        Hosts.of(service).run(host -> {
            var answer = Hosts.search(host.getBean(DiscountsClient.class));

            assertThat(answer.stage()).isEqualTo(Stage.REMOTE_ONLY);
            assertThat(answer.value().discounts()).containsKey("partner-promotions:42");
        });
    }

    @Test
    void asksTheHostsOwnSearchUntilAFlagSaysOtherwise(FakeDiscountsService service) {
        Hosts.withOwnSearch(service).run(host -> {
            var answer = Hosts.search(host.getBean(DiscountsClient.class));

            assertThat(answer.source()).isEqualTo(Source.LOCAL);
            assertThat(service.requestCount()).isZero();
        });
    }

    @Test
    void sendsTheTokenOfTheProperty(FakeDiscountsService service) {
        Hosts.of(service)
                .withPropertyValues("discounts.client.token=from-property")
                .run(host -> {
                    Hosts.search(host.getBean(DiscountsClient.class));

                    assertThat(authorization(service)).isEqualTo("Bearer from-property");
                });
    }

    @Test
    void sendsTheTokenThatTheHostsBeanHasNow(FakeDiscountsService service) {
        var token = new AtomicReference<>("first");
        Hosts.of(service)
                .withPropertyValues("discounts.client.token=from-property")
                .withBean(BearerToken.class, () -> token::get)
                .run(host -> {
                    token.set("second");

                    Hosts.search(host.getBean(DiscountsClient.class));

                    assertThat(authorization(service)).isEqualTo("Bearer second");
                });
    }

    @Test
    void letsTheHostHaveTheLastWord(FakeDiscountsService service) {
        DiscountsClientCustomizer customizer = builder -> builder.bearerToken(() -> "customized");
        Hosts.of(service)
                .withPropertyValues("discounts.client.token=from-property")
                .withBean(DiscountsClientCustomizer.class, () -> customizer)
                .run(host -> {
                    Hosts.search(host.getBean(DiscountsClient.class));

                    assertThat(authorization(service)).isEqualTo("Bearer customized");
                });
    }

    @Test
    void leavesNeitherThreadNorConnectionBehind(FakeDiscountsService service) {
        Hosts.of(service).run(host -> {
            Hosts.search(host.getBean(DiscountsClient.class));
            assertThat(threads()).isPositive();
        });

        await().untilAsserted(() -> {
            assertThat(threads()).isZero();
            assertThat(service.openConnections()).isZero();
        });
    }

    private static String authorization(FakeDiscountsService service) {
        return String.valueOf(service.requests().get(0).header("Authorization"));
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("discounts"))
                .count();
    }
}
