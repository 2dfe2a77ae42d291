package io.discounts.sdk.testkit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@ExtendWith(FakeDiscountsExtension.class)
class FakeDiscountsServiceTest {
    @Test
    void recordsWhatCameIn(FakeDiscountsService service) throws Exception {
        var caller = Caller.of(service);

        caller.send(caller.request(Caller.REDEMPTIONS + "?x=1")
                .header(RecordedRequest.PRIORITY, "checkout")
                .header("idempotency-key", "k-1")
                .POST(BodyPublishers.ofString("{\"a\":\"ü\"}")));

        assertThat(service.requests()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo(Caller.REDEMPTIONS);
            assertThat(request.priority()).isEqualTo("checkout");
            assertThat(request.idempotencyKey()).isEqualTo("k-1");
            assertThat(request.header("Nothing")).isNull();
            assertThat(request.body()).isEqualTo("{\"a\":\"ü\"}");
        });
        service.forget();
        assertThat(service.requests()).isEmpty();
        assertThat(service.requestCount()).isZero();
    }

    @Test
    void takesOverTheRequestIdOrGivesOne(FakeDiscountsService service) throws Exception {
        var caller = Caller.of(service);

        var named = caller.send(caller.request(Caller.SEARCH).header("X-Request-Id", "mine"));
        var unnamed = caller.send(caller.request(Caller.SEARCH));

        assertThat(named.headers().firstValue("X-Request-Id")).contains("mine");
        assertThat(unnamed.headers().firstValue("X-Request-Id")).contains("fake-1");
    }

    @Test
    void keepsConnectionsAndReadsChunks(FakeDiscountsService service) throws Exception {
        var caller = Caller.of(service);

        caller.search("s-1");
        caller.send(caller.request(Caller.SEARCH)
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream("{\"chunked\":1}".getBytes(StandardCharsets.UTF_8)))));

        assertThat(service.requests()).last().extracting(RecordedRequest::body).isEqualTo("{\"chunked\":1}");
        assertThat(service.acceptedConnections()).isEqualTo(1);
    }

    @Test
    void beginsEachScriptAnew(FakeDiscountsService service) throws Exception {
        var caller = Caller.of(service);

        for (var i = 0; i < 2; i++) {
            service.plays(Script.first(1, Behaviours.unavailable(), Behaviours.healthy()));
            assertThat(caller.search("s-1").statusCode()).isEqualTo(503);
            assertThat(caller.search("s-1").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void endsItsThreadsAndPortWhateverHangs() throws Exception {
        var service = FakeDiscountsService.start();
        service.plays(
                Script.first(1, Behaviours.silence(), Behaviours.late(each -> Duration.ofHours(1), Behaviours.html())));
        var hanging = Caller.of(service).client();
        for (var i = 0; i < 2; i++) {
            var request = Caller.of(service).request(Caller.SEARCH).build();
            var answer = hanging.sendAsync(request, BodyHandlers.discarding());
            assertThat(answer).isNotDone();
        }
        await().until(() -> service.requestCount() == 2);

        service.close();

        // A pool says it has ended a moment before its last thread has.
        await().until(() -> threads() == 0);
        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> connect(service));
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("fake-discounts"))
                .count();
    }

    private static void connect(FakeDiscountsService service) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), service.uri().getPort())) {
            assertThat(socket.isConnected()).isFalse();
        }
    }
}
