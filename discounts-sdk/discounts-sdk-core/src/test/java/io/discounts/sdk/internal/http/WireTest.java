package io.discounts.sdk.internal.http;

import io.discounts.sdk.BackendCall;
import io.discounts.sdk.Deadline;
import io.discounts.sdk.DiscountsException;
import io.discounts.sdk.Fixtures;
import io.discounts.sdk.Path;
import io.discounts.sdk.Priority;
import io.discounts.sdk.RemoteFailedException;
import io.discounts.sdk.RequestRejectedException;
import io.discounts.sdk.ScriptedService;
import io.discounts.sdk.UnreadableAnswerException;
import io.discounts.sdk.model.ConfirmRequest;
import io.discounts.sdk.model.RedemptionOutcome;
import io.discounts.sdk.spi.RequestHeaders;
import io.discounts.sdk.spi.Transport;
import io.discounts.sdk.spi.TransportRequest;
import io.discounts.sdk.spi.TransportResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What goes over the wire, and what comes back as answer, refusal or failure. */
@Timeout(60)
class WireTest {
    private static final String PROBLEM = "application/problem+json";

    private final List<String> skipped = new ArrayList<>();
    private ScriptedService service;
    private OkHttpTransport transport;

    @BeforeEach
    void start() throws IOException {
        service = ScriptedService.start();
        transport = OkHttpTransport.to(service.uri());
    }

    @AfterEach
    void stop() throws IOException {
        transport.close();
        service.close();
    }

    private HttpBackend backend() {
        return backend(() -> "", RequestHeaders.NONE);
    }

    private HttpBackend backend(Supplier<String> token, RequestHeaders headers) {
        return new HttpBackend(new Exchange(transport, token, headers, 1 << 20, Clock.systemUTC()), skipped::add);
    }

    private static BackendCall call() {
        return new BackendCall(Priority.CHECKOUT, Deadline.after(Duration.ofSeconds(30), System::nanoTime));
    }

    @ParameterizedTest
    @CsvSource({"PT0.7509S, 750", "PT0.0004S, 1", "P2D, 9999999"})
    void tellsTheServiceHowLongItsCallerWaits(Duration left, String told) {
        var recording = new RecordingTransport();
        var asking = new HttpBackend(
                new Exchange(recording, () -> "", RequestHeaders.NONE, 1 << 20, Clock.systemUTC()), skipped::add);
        var call = new BackendCall(Priority.BROWSE, Deadline.after(left, () -> 0));

        assertThatThrownBy(() -> asking.search(Fixtures.SEARCH, call)).isInstanceOf(RemoteFailedException.class);

        assertThat(recording.sent)
                .singleElement()
                .satisfies(request -> assertThat(request.headers()).containsEntry("X-Discounts-Timeout-Ms", told));
    }

    @Test
    void searches() {
        service.does(ScriptedService.json(Fixtures.SEARCH_JSON));

        var answer = backend().search(Fixtures.SEARCH, call());

        assertThat(answer.stores()).hasSize(2);
        assertThat(answer.watermarks()).containsKey("partner-promotions");
        var request = service.lastRequest();
        assertThat(request.line()).isEqualTo("POST /v1/discounts/search HTTP/1.1");
        assertThat(request.headers())
                .containsEntry("content-type", "application/json")
                .containsEntry("accept", "application/json")
                .containsEntry("x-discounts-priority", "checkout")
                .doesNotContainKeys("authorization", "idempotency-key");
        assertThat(request.body())
                .isEqualTo("{\"region\":\"ES\",\"storeIds\":[\"s-1\",\"s-2\"],"
                        + "\"customer\":{\"id\":\"c-1\",\"segments\":[\"prime\"],\"orderCount\":3}}");
    }

    @Test
    void evaluates() {
        service.does(ScriptedService.json(Fixtures.EVALUATION_JSON));

        var answer = backend().evaluate(Fixtures.EVALUATE, call());

        assertThat(answer.totals().total()).isEqualTo(1910);
        assertThat(answer.notApplied().get(0).unlock()).isEqualTo("add 600 to the basket");
        var request = service.lastRequest();
        assertThat(request.line()).startsWith("POST /v1/discounts/evaluate ");
        assertThat(request.body())
                .isEqualTo("{\"region\":\"ES\",\"storeId\":\"s-1\","
                        + "\"customer\":{\"id\":\"c-1\",\"segments\":[\"prime\"],\"orderCount\":3},"
                        + "\"context\":{\"platform\":\"ios\",\"fulfilment\":\"delivery\",\"paymentMethod\":\"card\"},"
                        + "\"basket\":{\"currency\":\"EUR\",\"items\":[{\"lineId\":\"l1\",\"productId\":\"p1\","
                        + "\"categories\":[\"pizza\"],\"quantity\":2,\"unitPrice\":950}],"
                        + "\"deliveryFee\":290,\"serviceFee\":100},\"at\":\"2026-11-22T12:00:00Z\"}");
    }

    @Test
    void holds() {
        service.does(ScriptedService.response(201, "application/json", Fixtures.REDEMPTION_JSON));

        assertThat(backend().hold(Fixtures.hold(Path.REMOTE), call())).isEqualTo(Fixtures.held(Path.REMOTE));
        var request = service.lastRequest();
        assertThat(request.line()).startsWith("POST /v1/redemptions ");
        assertThat(request.headers()).containsEntry("idempotency-key", "key-1");
        assertThat(request.body())
                .isEqualTo(
                        "{\"region\":\"ES\",\"customerId\":\"c-1\",\"checkoutId\":\"ck-1\","
                                + "\"discounts\":[{\"discountId\":\"partner-promotions:42\",\"amount\":380}],\"holdSeconds\":300}");
    }

    @Test
    void finishesHolds() {
        service.does(ScriptedService.json(Fixtures.REDEMPTION_JSON));

        backend().confirm(Fixtures.confirm(Path.REMOTE), call());
        backend().release(Fixtures.release(Path.REMOTE), call());
        backend().cancel(Fixtures.cancel(Path.REMOTE), call());

        assertThat(service.requests())
                .extracting(ScriptedService.Request::line)
                .containsExactly(
                        "POST /v1/redemptions/r-1/confirm HTTP/1.1",
                        "POST /v1/redemptions/r-1/release HTTP/1.1",
                        "POST /v1/redemptions/r-1/cancel HTTP/1.1");
        assertThat(service.requests())
                .extracting(ScriptedService.Request::body)
                .containsExactly(
                        "{\"fencingToken\":17,\"orderId\":\"o-1\"}", "{\"fencingToken\":17}", "{\"fencingToken\":17}");
    }

    @Test
    void anIdCannotLeaveItsPlaceInThePath() {
        service.does(ScriptedService.json(Fixtures.REDEMPTION_JSON));

        backend().confirm(new ConfirmRequest(Path.REMOTE, "k", "a/../b c?d", 1, "o"), call());

        assertThat(service.lastRequest().line()).startsWith("POST /v1/redemptions/a%2F..%2Fb%20c%3Fd/confirm ");
    }

    @Test
    void keepsThePathOfTheBaseAddress() {
        service.does(ScriptedService.json(Fixtures.SEARCH_JSON));
        try (var behindGateway = OkHttpTransport.to(URI.create(service.uri() + "/gateway/"))) {
            var exchange = new Exchange(behindGateway, () -> "", RequestHeaders.NONE, 1 << 20, Clock.systemUTC());
            new HttpBackend(exchange, skipped::add).search(Fixtures.SEARCH, call());
        }

        assertThat(service.lastRequest().line()).startsWith("POST /gateway/v1/discounts/search ");
    }

    @Test
    void sendsTheTokenAndTheHostsHeaders() {
        service.does(ScriptedService.json(Fixtures.SEARCH_JSON));
        var trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        backend(() -> "secret", () -> Map.of("traceparent", trace)).search(Fixtures.SEARCH, call());

        assertThat(service.lastRequest().headers())
                .containsEntry("authorization", "Bearer secret")
                .containsEntry("traceparent", trace);
    }

    @Test
    void failsWhenTheHostHasNoToken() {
        var backend = backend(
                () -> {
                    throw new IllegalStateException("no token");
                },
                RequestHeaders.NONE);

        assertThatThrownBy(() -> backend.search(Fixtures.SEARCH, call())).isInstanceOf(RemoteFailedException.class);
        assertThat(service.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "409, discount-in-use",
        "409, limit-reached",
        "409, hold-expired",
        "409, something-new",
        "404, discount-not-found",
        "404, redemption-not-found"
    })
    void refusalsOfARedemptionAreAnswers(int status, String slug) {
        service.does(ScriptedService.response(status, PROBLEM, Fixtures.problem(slug)));

        assertThat(backend().hold(Fixtures.hold(Path.REMOTE), call()))
                .isEqualTo(new RedemptionOutcome.Refused(slug, "A detail"));
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid-request",
        "401, unauthorized",
        "403, forbidden",
        "404, not-found",
        "422, idempotency-key-reused"
    })
    void refusalsOfTheRequestAreRejections(int status, String slug) {
        service.does(ScriptedService.response(status, PROBLEM, Fixtures.problem(slug)));

        assertThatThrownBy(() -> backend().hold(Fixtures.hold(Path.REMOTE), call()))
                .isInstanceOfSatisfying(RequestRejectedException.class, rejected -> {
                    assertThat(rejected.status()).isEqualTo(status);
                    assertThat(rejected.slug()).isEqualTo(slug);
                });
    }

    @Test
    void aTwinInFlightIsAFailureThatPasses() {
        service.does(ScriptedService.response(409, PROBLEM, Fixtures.problem("request-in-progress")));

        assertThatThrownBy(() -> backend().hold(Fixtures.hold(Path.REMOTE), call()))
                .isInstanceOf(RemoteFailedException.class);
    }

    @Test
    void tellsWhenTheServiceWantsToBeAskedAgain() {
        service.does(ScriptedService.response(503, PROBLEM, Fixtures.problem("unavailable"), "Retry-After: 7"));

        assertThatThrownBy(() -> backend().search(Fixtures.SEARCH, call()))
                .isInstanceOfSatisfying(RemoteFailedException.class, failed -> {
                    assertThat(failed.status()).hasValue(503);
                    assertThat(failed.retryAfter()).contains(Duration.ofSeconds(7));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{\"type\":7}"})
    void aRefusalWithoutAProblemKeepsItsStatus(String body) {
        service.does(ScriptedService.response(503, PROBLEM, body));

        assertThatThrownBy(() -> backend().search(Fixtures.SEARCH, call()))
                .isInstanceOfSatisfying(
                        RemoteFailedException.class,
                        failed -> assertThat(failed.status()).hasValue(503));
    }

    @Test
    void leavesOutDiscountsWhoseTermsAreUnknownAndCountsThem() {
        service.does(ScriptedService.json(Fixtures.SEARCH_JSON.replace("percentage_off", "free_ride")));

        var answer = backend().search(Fixtures.SEARCH, call());

        assertThat(answer.discounts()).isEmpty();
        assertThat(answer.stores()).allMatch(store -> store.discountIds().isEmpty());
        assertThat(skipped).containsExactly("effect");
    }

    @Test
    void anUnknownStateOfARedemptionIsUnreadable() {
        service.does(ScriptedService.json(Fixtures.REDEMPTION_JSON.replace("HELD", "FROZEN")));

        assertThatThrownBy(() -> backend().hold(Fixtures.hold(Path.REMOTE), call()))
                .isInstanceOf(UnreadableAnswerException.class);
    }

    @Test
    void failuresQuoteNothingOfWhatWasRead() {
        service.does(ScriptedService.json("{\"stores\":secret-of-c-1}"));

        assertThatThrownBy(() -> backend().search(Fixtures.SEARCH, call()))
                .isInstanceOf(DiscountsException.class)
                .satisfies(thrown -> {
                    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                        assertThat(cause.getMessage()).doesNotContain("secret");
                    }
                });
    }

    @Test
    void refusesABaseAddressThatIsNoHttp() {
        assertThatThrownBy(() -> OkHttpTransport.to(URI.create("ftp://service")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Reaches nobody. */
    private static final class RecordingTransport implements Transport {
        private final List<TransportRequest> sent = new ArrayList<>();

        @Override
        public TransportResponse send(TransportRequest request) throws IOException {
            sent.add(request);
            throw new IOException("nobody is there");
        }

        @Override
        public void close() {}
    }
}
