package io.discounts.sdk;

import io.discounts.sdk.internal.AnsweredCall;
import io.discounts.sdk.internal.CallObserver;
import io.discounts.sdk.internal.ComparedCall;
import io.discounts.sdk.metrics.ObservedClient;
import io.discounts.sdk.metrics.SdkMeters;
import io.discounts.sdk.model.Customer;
import io.discounts.sdk.model.HoldRequest;
import io.discounts.sdk.model.SearchRequest;
import io.discounts.sdk.report.Report;
import io.discounts.sdk.shadow.LagOptions;
import io.discounts.sdk.shadow.ShadowOptions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Feeds ids of customers in wherever one may come from, and looks for them wherever anything comes out. */
@Timeout(60)
class PrivacyTest {
    private static final String ASKING = "jane.doe@example.com";
    private static final String OTHER = "john.roe@example.com";
    private static final SearchRequest SEARCH =
            SearchRequest.of("ES", List.of("s-1", "s-2")).by(new Customer(ASKING, List.of("prime"), 3));

    private static final String FOR_CUSTOMERS = Fixtures.SEARCH_JSON.replace(
            "{\"type\":\"min_basket\",\"amount\":1500}",
            "{\"type\":\"customer\",\"anyOf\":[\"%s\",\"%s\"]}".formatted(ASKING, OTHER));

    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Logs logs = new Logs();
    private ScriptedService service;

    @BeforeEach
    void start() throws IOException {
        service = ScriptedService.start();
        Logger.getLogger("io.discounts").addHandler(logs);
    }

    @AfterEach
    void stop() throws IOException {
        Logger.getLogger("io.discounts").removeHandler(logs);
        service.close();
    }

    @Test
    void letsNoIdOfACustomerOut() {
        Report report;
        try (var client = client()) {
            service.does(ScriptedService.json(FOR_CUSTOMERS));
            client.search(SEARCH);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !client.report().mismatches().isEmpty());
            service.does(ScriptedService.response(
                    400,
                    "application/problem+json",
                    Fixtures.problem("invalid-request").replace("A detail", ASKING)));
            client.search(SEARCH);
            client.hold(hold());
            service.does(ScriptedService.response(200, "text/html", "<h1>" + ASKING + "</h1>"));
            client.search(SEARCH);
            client.evaluate(Fixtures.EVALUATE);
            client.killSwitch().turnOn("a test");
            client.search(SEARCH);
            report = client.report();
        }

        meters.getMeters().forEach(meter -> told.add(meter.getId().toString()));
        told.add(report.toString());
        told.add(report.toHtml());
        assertThat(report.mismatches()).flatExtracting("examples").isNotEmpty();
        assertThat(told).anyMatch(text -> text.contains("hashed-")).anyMatch(text -> text.startsWith("logged"));
        assertThat(told).noneMatch(text -> text.contains(ASKING) || text.contains(OTHER));
    }

    private DiscountsClient client() {
        var soon = LagOptions.DEFAULTS.withSlack(Duration.ZERO).withEarliest(Duration.ofMillis(1));
        var observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(new Seen());
        var client = DiscountsClient.builder()
                .service(service.uri())
                .local(new LocalSearch())
                .routes(Fixtures.at(Stage.VERIFY))
                .options(Fixtures.PATIENT)
                // Before the watermarks of the answers, which so have passed the call.
                .clock(Clock.fixed(Instant.parse("2026-11-22T11:00:00Z"), ZoneOffset.UTC))
                .shadow(ShadowOptions.DEFAULTS.with(soon))
                .observer(SdkMeters.in(meters))
                .observer(new Broken())
                .build();
        return ObservedClient.over(client, observations);
    }

    private static HoldRequest hold() {
        var hold = Fixtures.hold(Path.REMOTE);
        return new HoldRequest(
                hold.path(),
                hold.idempotencyKey(),
                hold.region(),
                ASKING,
                hold.checkoutId(),
                hold.discounts(),
                HoldRequest.DEFAULT_HOLD);
    }

    /** Whatever is logged, at whatever level. */
    private final class Logs extends Handler {
        Logs() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord line) {
            told.add("logged " + line.getMessage() + " " + line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    /** Whatever a trace is told. */
    private final class Seen implements ObservationHandler<Observation.Context> {
        @Override
        public void onStop(Observation.Context context) {
            told.add(context.getName() + context.getContextualName() + context.getAllKeyValues());
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }
    }

    /** Fails, so that something is logged. */
    private static final class Broken implements CallObserver {
        @Override
        public void answered(AnsweredCall call) {
            throw new IllegalStateException("broken");
        }

        @Override
        public void compared(ComparedCall call) {
            throw new IllegalStateException("broken");
        }
    }
}
