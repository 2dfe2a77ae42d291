package io.discounts.sdk.shadow;

import io.discounts.sdk.DiscountsClient;
import io.discounts.sdk.Fixtures;
import io.discounts.sdk.LocalSearch;
import io.discounts.sdk.Operation;
import io.discounts.sdk.Path;
import io.discounts.sdk.Source;
import io.discounts.sdk.Stage;
import io.discounts.sdk.testkit.FakeDiscountsService;
import io.discounts.sdk.testkit.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** The shadow as a client has it. */
@Timeout(60)
class ShadowedClientTest {
    private static final ShadowOptions QUICK = ShadowOptions.DEFAULTS
            .withNoiseShare(0)
            .withDeadline(Duration.ofSeconds(20))
            .withLongestWait(Duration.ofSeconds(20))
            .with(LagOptions.DEFAULTS.withSlack(Duration.ZERO).withEarliest(Duration.ofMillis(10)));

    private final FakeDiscountsService service = FakeDiscountsService.start();
    private final LocalSearch local = new LocalSearch();
    private final Heard heard = new Heard();

    @AfterEach
    void stop() {
        service.close();
    }

    private DiscountsClient at(Stage stage, ShadowOptions options) {
        return DiscountsClient.builder()
                .service(service.uri())
                .local(local)
                .routes(Fixtures.at(stage))
                .options(Fixtures.PATIENT)
                .shadow(options)
                .observer(heard)
                .build();
    }

    @Test
    void comparesBehindALocalAnswerAtShadow() {
        try (var client = at(Stage.SHADOW, QUICK)) {
            assertThat(client.search(Fixtures.SEARCH).source()).isEqualTo(Source.LOCAL);

            await().until(() -> heard.verdicts().contains(Comparison.Verdict.DEFECT));
            assertThat(service.requests()).extracting(RecordedRequest::priority).containsOnly("shadow");
        }
    }

    @Test
    void comparesBehindAnAnswerOfTheServiceAtVerify() {
        try (var client = at(Stage.VERIFY, QUICK)) {
            assertThat(client.evaluate(Fixtures.EVALUATE).source()).isEqualTo(Source.REMOTE);

            await().until(() -> heard.verdicts().contains(Comparison.Verdict.DEFECT));
            assertThat(local.asked()).contains(Operation.EVALUATE);
            assertThat(heard.compared.get(0).answeredBy()).isEqualTo(Path.REMOTE);
        }
    }

    @Test
    void mirrorsNothingAtAShareOfZero() {
        try (var client = at(Stage.SHADOW, ShadowOptions.DEFAULTS.withShare(0))) {
            client.search(Fixtures.SEARCH);
        }

        assertThat(service.requestCount()).isZero();
        assertThat(heard.drops).isEmpty();
    }

    @Test
    void refusesOptionsThatMakeNoSense() {
        assertThatThrownBy(() -> QUICK.withShare(1.1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> QUICK.withRoom(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> QUICK.withSalt("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LagOptions.DEFAULTS.withConfirmations(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
