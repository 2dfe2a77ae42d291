package io.discounts.sdk;

import io.discounts.sdk.metrics.ReportGauges;
import io.discounts.sdk.metrics.SdkMetrics;
import io.discounts.sdk.report.CallCount;
import io.discounts.sdk.report.Steering;
import io.discounts.sdk.rollout.KillSwitch;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;

/** What a client says of itself, and how it is stopped. */
@Timeout(60)
class ClientReportTest {
    private ScriptedService service;

    @BeforeEach
    void start() throws IOException {
        service = ScriptedService.start();
        service.does(ScriptedService.json(Fixtures.SEARCH_JSON));
    }

    @AfterEach
    void stop() throws IOException {
        service.close();
    }

    private DiscountsClient client(Stage stage) {
        return DiscountsClient.builder()
                .service(service.uri())
                .local(new LocalSearch())
                .routes(Fixtures.at(stage))
                .options(Fixtures.PATIENT)
                .build();
    }

    @Test
    void tellsWhoAnsweredAndHowLongItTook() {
        try (var client = client(Stage.REMOTE)) {
            client.search(Fixtures.SEARCH);

            var report = client.report();
            assertThat(report.calls())
                    .containsExactly(new CallCount(Operation.SEARCH, Stage.REMOTE, Source.REMOTE, Reason.STAGE, 1));
            assertThat(report.latencies()).singleElement().satisfies(sides -> {
                assertThat(sides.candidate().calls()).isEqualTo(1);
                assertThat(sides.control().calls()).isZero();
            });
            assertThat(report.steering().operations())
                    .contains(new Steering.Steered(Operation.SEARCH, null, Stage.REMOTE, null));
        }
    }

    @Test
    void beginsAnewWhenToldTo() {
        try (var client = client(Stage.REMOTE)) {
            client.search(Fixtures.SEARCH);

            client.beginReport();

            assertThat(client.report().calls()).isEmpty();
        }
    }

    @Test
    void sendsEverythingLocalByHandWithoutAnyFlag() {
        try (var client = client(Stage.REMOTE_ONLY)) {
            client.killSwitch().turnOn("prices are wrong");

            var answer = client.search(Fixtures.SEARCH);
            assertThat(answer.source()).isEqualTo(Source.LOCAL);
            assertThat(answer.reason()).isEqualTo(Reason.KILL_SWITCH);
            assertThat(service.requests()).isEmpty();
            assertThat(client.report().steering().killSwitch())
                    .containsExactly(new KillSwitch.Hold(KillSwitch.Hand.CODE, "prices are wrong"));

            client.killSwitch().turnOff("repaired");

            assertThat(client.search(Fixtures.SEARCH).source()).isEqualTo(Source.REMOTE);
        }
    }

    @Test
    void showsItsConclusionsInGauges() {
        var registry = new SimpleMeterRegistry();
        try (var client = client(Stage.REMOTE)) {
            ReportGauges.show(client, registry);

            assertThat(registry.get(SdkMetrics.MAY_GO_FURTHER)
                            .tag("operation", "search")
                            .gauge()
                            .value())
                    .isZero();
            assertThat(registry.get(SdkMetrics.DEFECT_BOUND)
                            .tag("operation", "search")
                            .gauge()
                            .value())
                    .isEqualTo(1);
        }
    }
}
