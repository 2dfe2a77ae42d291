package io.discounts.sdk;

import io.discounts.sdk.internal.AnsweredCall;
import io.discounts.sdk.internal.BreakerChange;
import io.discounts.sdk.internal.CallObserver;
import io.discounts.sdk.internal.ComparedCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import static org.assertj.core.api.Assertions.assertThat;

/** What a service that is in trouble gets to see of a client, with time that passes when told to. */
@Timeout(60)
class StormTest {
    private static final BreakerOptions NO_BREAKER =
            new BreakerOptions(10_000, 10_000, 100, Duration.ofSeconds(1), 1, Duration.ofSeconds(1));

    private final ManualTime time = new ManualTime();
    private final History history = new History();
    private ScriptedService service;

    @BeforeEach
    void start() throws IOException {
        service = ScriptedService.start();
    }

    @AfterEach
    void stop() throws IOException {
        service.close();
    }

    private DiscountsClient client(ClientOptions options) {
        return DiscountsClient.builder()
                .service(service.uri())
                .local(new LocalSearch())
                .routes(Fixtures.at(Stage.REMOTE))
                .options(options.withBudget(Fixtures.PATIENT.budget()))
                .observer(history)
                .nanoTime(time)
                .random(() -> 0.5)
                .build();
    }

    private void heals() {
        service.does(ScriptedService.json(Fixtures.SEARCH_JSON));
    }

    private static void search(DiscountsClient client, int times) {
        for (var i = 0; i < times; i++) {
            assertThat(client.search(Fixtures.SEARCH).value()).isNotNull();
        }
    }

    @Test
    void aStormOf503sIsNotMadeWorseAtAll() {
        heals();
        try (var client = client(ClientOptions.DEFAULTS.with(NO_BREAKER))) {
            // What a quiet time saves up must not be spent on a service that sheds load.
            search(client, 100);
            service.does(ScriptedService.response(503, "text/plain", "no"));
            search(client, 200);

            assertThat(service.requests()).hasSize(300);
        }
    }

    @Test
    void aStormOf502sIsNotMadeWorseByMoreThanATenthAndOne() {
        heals();
        try (var client = client(ClientOptions.DEFAULTS.with(NO_BREAKER))) {
            search(client, 100);
            service.does(ScriptedService.response(502, "text/plain", "no"));
            search(client, 200);

            assertThat(service.requests()).hasSizeBetween(301, 321);
        }
    }

    @Test
    void aStormOf503sReachesTheBreakerWithinTwentyCalls() {
        service.does(ScriptedService.response(503, "text/plain", "no"));
        try (var client = client(ClientOptions.DEFAULTS)) {
            search(client, 1000);

            assertThat(service.requests()).hasSize(10);
            assertThat(history.states()).containsExactly("OPEN");
            assertThat(client.search(Fixtures.SEARCH).reason()).isEqualTo(Reason.BREAKER_OPEN);
        }
    }

    @Test
    void closesWithinFifteenSecondsOfHealing() {
        service.does(ScriptedService.reset());
        try (var client = client(ClientOptions.DEFAULTS)) {
            search(client, 20);
            // The worst moment to heal: the probes have just failed.
            time.passes(Duration.ofSeconds(6));
            search(client, 5);
            heals();

            for (var second = 0; second < 15; second++) {
                time.passes(Duration.ofSeconds(1));
                search(client, 1);
            }

            assertThat(history.states()).containsExactly("OPEN", "HALF_OPEN", "OPEN", "HALF_OPEN", "CLOSED");
            assertThat(client.search(Fixtures.SEARCH).source()).isEqualTo(Source.REMOTE);
        }
    }

    @Test
    void healsAfterProbesThatHang() {
        service.does(ScriptedService.reset());
        try (var client = client(ClientOptions.DEFAULTS)) {
            search(client, 20);
            service.does(ScriptedService.hang());
            time.passes(Duration.ofSeconds(6));
            for (var i = 0; i < 5; i++) {
                client.search(Fixtures.SEARCH, Call.BROWSE.within(Duration.ofMillis(50)));
            }
            heals();
            for (var second = 0; second < 15; second++) {
                time.passes(Duration.ofSeconds(1));
                search(client, 1);
            }

            assertThat(client.search(Fixtures.SEARCH).source()).isEqualTo(Source.REMOTE);
        }
    }

    @Test
    void noRequestIsSentBeforeRetryAfterHasPassed() {
        service.does(ScriptedService.response(503, "text/plain", "later", "Retry-After: 3"));
        try (var client = client(ClientOptions.DEFAULTS)) {
            search(client, 100);
            assertThat(service.requests()).hasSize(1);
            assertThat(client.search(Fixtures.SEARCH).reason()).isEqualTo(Reason.BREAKER_OPEN);

            heals();
            time.passes(Duration.ofSeconds(3));

            assertThat(client.search(Fixtures.SEARCH).source()).isEqualTo(Source.REMOTE);
        }
    }

    @Test
    void troubleOfReadsDoesNotStopWrites() {
        service.does(ScriptedService.reset());
        try (var client = client(ClientOptions.DEFAULTS)) {
            search(client, 30);
            service.does(ScriptedService.response(201, "application/json", Fixtures.REDEMPTION_JSON));

            assertThat(client.search(Fixtures.SEARCH).reason()).isEqualTo(Reason.BREAKER_OPEN);
            assertThat(client.hold(Fixtures.hold(Path.REMOTE)).source()).isEqualTo(Source.REMOTE);
        }
    }

    @Test
    void aWriteIsRepeatedWithItsOwnKey() {
        heals();
        try (var client = client(ClientOptions.DEFAULTS)) {
            search(client, 20);
            service.does(ScriptedService.response(502, "text/plain", "no"));
            client.hold(Fixtures.hold(Path.REMOTE));

            var requests = service.requests();
            assertThat(requests).hasSize(22);
            assertThat(requests.subList(20, 22))
                    .allSatisfy(request -> assertThat(request.headers()).containsEntry("idempotency-key", "key-1"));
        }
    }

    @Test
    void tellsObserversWhatEachSideTookAndWhyItFailed() {
        service.does(ScriptedService.response(500, "text/plain", "no"));
        try (var client = client(ClientOptions.DEFAULTS)) {
            search(client, 1);
        }

        assertThat(history.answered).singleElement().satisfies(call -> {
            assertThat(call.operation()).isEqualTo(Operation.SEARCH);
            assertThat(call.source()).isEqualTo(Source.LOCAL);
            assertThat(call.remoteTook()).isNotNull();
            assertThat(call.localTook()).isNotNull();
            assertThat(call.remoteFailure()).isInstanceOf(RemoteFailedException.class);
            assertThat(call.key().customerId()).isEqualTo("c-1");
        });
    }

    @Test
    void countsNoTimeOfAServiceThatWasNotAsked() {
        service.does(ScriptedService.response(503, "text/plain", "no"));
        try (var client = client(ClientOptions.DEFAULTS)) {
            search(client, 20);
        }

        var last = history.answered.get(19);
        assertThat(last.remoteFailure()).isInstanceOf(BreakerOpenException.class);
        assertThat(last.remoteTook()).isNull();
    }

    /** Remembers what it is told. */
    private static final class History implements CallObserver {
        private final List<AnsweredCall> answered = new CopyOnWriteArrayList<>();
        private final List<BreakerChange> changes = new CopyOnWriteArrayList<>();

        List<String> states() {
            return changes.stream().map(BreakerChange::to).toList();
        }

        @Override
        public void answered(AnsweredCall call) {
            answered.add(call);
        }

        @Override
        public void compared(ComparedCall call) {
            throw new IllegalStateException("nothing is compared here");
        }

        @Override
        public void breakerChanged(BreakerChange change) {
            changes.add(change);
        }
    }
}
