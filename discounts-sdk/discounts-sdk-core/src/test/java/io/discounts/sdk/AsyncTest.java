package io.discounts.sdk;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class AsyncTest {
    private static final ClientOptions PATIENT = ClientOptions.DEFAULTS.withBudget(Duration.ofMinutes(10));

    private final LocalSearch local = new LocalSearch();
    private ScriptedService service;

    @BeforeEach
    void start() throws IOException {
        service = ScriptedService.start().does(ScriptedService.json(Fixtures.SEARCH_JSON));
    }

    @AfterEach
    void stop() throws IOException {
        service.close();
    }

    private DiscountsClientBuilder builder() {
        return DiscountsClient.builder()
                .service(service.uri())
                .local(local)
                .routes(Fixtures.at(Stage.REMOTE))
                .options(PATIENT);
    }

    private void untilTheServiceIsAsked() {
        await().untilAsserted(() -> assertThat(service.requests()).isNotEmpty());
    }

    @Test
    void answersAsSynchronousCallsDo() {
        try (var client = builder().build()) {
            assertThat(client.searchAsync(Fixtures.SEARCH, Call.BROWSE).join())
                    .isEqualTo(client.search(Fixtures.SEARCH));
        }
    }

    @Test
    void failsWithWhatSynchronousCallsThrow() {
        service.does(ScriptedService.response(500, "text/plain", "no"));
        try (var client = builder().routes(Fixtures.at(Stage.REMOTE_ONLY)).build()) {
            var evaluation = client.evaluateAsync(Fixtures.EVALUATE, Call.CHECKOUT);

            assertThatThrownBy(evaluation::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(RemoteFailedException.class);
        }
    }

    @Test
    void writesAsWell() {
        try (var client = builder().build()) {
            assertThat(client.holdAsync(Fixtures.hold(Path.LOCAL), Call.CHECKOUT)
                            .join()
                            .value())
                    .isEqualTo(Fixtures.held(Path.LOCAL));
            CompletableFuture.allOf(
                            client.confirmAsync(Fixtures.confirm(Path.LOCAL), Call.CHECKOUT),
                            client.releaseAsync(Fixtures.release(Path.LOCAL), Call.CHECKOUT),
                            client.cancelAsync(Fixtures.cancel(Path.LOCAL), Call.CHECKOUT))
                    .join();
            assertThat(local.asked())
                    .containsExactlyInAnyOrder(Operation.HOLD, Operation.CONFIRM, Operation.RELEASE, Operation.CANCEL);
        }
    }

    @Test
    void cancellingAbortsTheExchangeAndAsksNobodyElse() {
        service.does(ScriptedService.hang());
        try (var client = builder().build()) {
            var search = client.searchAsync(Fixtures.SEARCH, Call.BROWSE);
            untilTheServiceIsAsked();

            assertThat(search.cancel(true)).isTrue();

            assertThatThrownBy(search::join).isInstanceOf(CancellationException.class);
            await().untilAsserted(() -> assertThat(service.openConnections()).isZero());
            assertThat(local.asked()).isEmpty();
        }
    }

    @Test
    void aTimeoutOfTheHostsOwnAbortsTheExchangeAsWell() {
        service.does(ScriptedService.hang());
        try (var client = builder().build()) {
            var search = client.searchAsync(Fixtures.SEARCH, Call.BROWSE).orTimeout(50, TimeUnit.MILLISECONDS);

            assertThatThrownBy(search::join).isInstanceOf(CompletionException.class);
            await().untilAsserted(() -> assertThat(service.openConnections()).isZero());
        }
    }

    @Test
    void refusesWhatFindsNoPlaceInTheQueue() {
        service.does(ScriptedService.hang());
        var options = PATIENT.with(new ConcurrencyOptions(64, 32, 8, 1, 1));
        try (var client = builder().options(options).build()) {
            var futures = new ArrayList<CompletableFuture<?>>();
            for (var i = 0; i < 3; i++) {
                futures.add(client.searchAsync(Fixtures.SEARCH, Call.BROWSE));
            }

            assertThatThrownBy(futures.get(2)::join).hasCauseInstanceOf(BulkheadFullException.class);
            assertThat(futures.get(0)).isNotDone();
        }
    }

    @Test
    void waitingForAThreadCountsTowardsTheBudget() {
        service.does(ScriptedService.hang());
        var options = PATIENT.with(new ConcurrencyOptions(64, 32, 8, 1, 8));
        try (var client = builder().options(options).build()) {
            var slow = Call.BROWSE.within(Duration.ofSeconds(1));
            var first = client.searchAsync(Fixtures.SEARCH, slow);
            untilTheServiceIsAsked();
            var second = client.searchAsync(Fixtures.SEARCH, slow.within(Duration.ofMillis(1)));

            assertThat(second.join().reason()).isEqualTo(Reason.TIMEOUT);
            assertThat(first).isDone();
            assertThat(service.requests()).hasSize(1);
        }
    }

    @Test
    void carriesTheHostsContextOver() {
        var context = ThreadLocal.withInitial(() -> "none");
        var seen = new CopyOnWriteArrayList<String>();
        try (var client = builder()
                .headers(() -> {
                    seen.add(context.get());
                    return Map.of();
                })
                .asyncTasks(task -> {
                    var callers = context.get();
                    return () -> {
                        context.set(callers);
                        task.run();
                    };
                })
                .build()) {
            context.set("the caller's");
            client.searchAsync(Fixtures.SEARCH, Call.BROWSE).join();
        }

        assertThat(seen).containsExactly("the caller's");
    }

    @Test
    void closingGivesUpWhatIsUnderWayAndWhatWaits() {
        service.does(ScriptedService.hang());
        var client = builder()
                .options(PATIENT.with(new ConcurrencyOptions(64, 32, 8, 1, 8)))
                .build();
        var running = client.searchAsync(Fixtures.SEARCH, Call.BROWSE);
        var waiting = client.searchAsync(Fixtures.SEARCH, Call.BROWSE);
        untilTheServiceIsAsked();

        client.close();

        assertThatThrownBy(running::join).hasCauseInstanceOf(CallAbortedException.class);
        assertThatThrownBy(waiting::join).hasCauseInstanceOf(CallAbortedException.class);
        assertThatThrownBy(client.searchAsync(Fixtures.SEARCH, Call.BROWSE)::join)
                .hasCauseInstanceOf(CallAbortedException.class);
    }
}
