package io.discounts.sdk;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** What is left of a client, and of a caller who is told to stop. */
@Timeout(60)
class ClosingTest {
    private static final ClientOptions HEDGED =
            Fixtures.PATIENT.with(new RetryOptions(1, 10, new HedgeOptions(Duration.ofMillis(1), 2)));

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
                .options(Fixtures.PATIENT);
    }

    private static Set<String> ownThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("discounts-"))
                .collect(Collectors.toSet());
    }

    @Test
    void leavesNeitherThreadNorSocket() {
        var client = builder().options(HEDGED).build();
        Stream.generate(() -> client.searchAsync(Fixtures.SEARCH, Call.BROWSE))
                .limit(50)
                .toList()
                .forEach(search -> assertThat(search.join().source()).isEqualTo(Source.REMOTE));
        assertThat(ownThreads()).isNotEmpty();
        assertThat(service.openConnections()).isPositive();

        client.close();

        await().untilAsserted(() -> {
            assertThat(ownThreads()).isEmpty();
            assertThat(service.openConnections()).isZero();
        });
    }

    @Test
    void answersLocallyOnceClosed() {
        var client = builder().build();
        client.close();

        assertThat(client.search(Fixtures.SEARCH).reason()).isEqualTo(Reason.REMOTE_FAILED);
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void mayBeClosedTwice() {
        var client = builder().build();
        client.close();
        client.close();

        assertThat(service.openConnections()).isZero();
    }

    @Test
    void closingAbortsTheCallsOfOtherThreads() throws Exception {
        service.does(ScriptedService.hang());
        var client = builder()
                .options(ClientOptions.DEFAULTS.withBudget(Duration.ofMinutes(10)))
                .build();
        var caller = new Thread(() -> client.search(Fixtures.SEARCH));
        caller.start();
        await().untilAsserted(() -> assertThat(service.requests()).isNotEmpty());

        client.close();
        caller.join();

        assertThat(local.asked()).containsExactly(Operation.SEARCH);
    }

    @Test
    void asksTheLocalSearchAloneOnAnInterruptedThreadAndKeepsTheInterrupt() {
        try (var client = builder().build()) {
            client.search(Fixtures.SEARCH);
            Thread.currentThread().interrupt();

            var answer = client.search(Fixtures.SEARCH);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(answer.source()).isEqualTo(Source.LOCAL);
            assertThat(answer.reason()).isEqualTo(Reason.ABORTED);
        }
    }

    @Test
    void anInterruptIsNoFailureOfTheService() {
        try (var client = builder().build()) {
            client.search(Fixtures.SEARCH);
            for (var i = 0; i < 50; i++) {
                Thread.currentThread().interrupt();
                client.search(Fixtures.SEARCH);
                assertThat(Thread.interrupted()).isTrue();
            }

            assertThat(client.search(Fixtures.SEARCH).source()).isEqualTo(Source.REMOTE);
        }
    }

    @Test
    void hedgesASlowReadWithinItsBudgetOfRetries() {
        try (var client = builder().options(HEDGED).build()) {
            for (var i = 0; i < 20; i++) {
                assertThat(client.search(Fixtures.SEARCH).source()).isEqualTo(Source.REMOTE);
            }
            var before = service.requests().size();
            var first = new AtomicBoolean(true);
            service.does((request, connection) -> {
                if (first.getAndSet(false)) {
                    ScriptedService.hang().answer(request, connection);
                } else {
                    ScriptedService.json(Fixtures.SEARCH_JSON).answer(request, connection);
                }
            });

            assertThat(client.search(Fixtures.SEARCH).source()).isEqualTo(Source.REMOTE);
            // Attempts that were aborted before may still come in.
            assertThat(service.requests()).hasSizeGreaterThanOrEqualTo(before + 2);
        }
    }

    @Test
    void needsAService() {
        assertThatThrownBy(() -> DiscountsClient.builder().local(local).build())
                .isInstanceOf(IllegalStateException.class);
    }
}
