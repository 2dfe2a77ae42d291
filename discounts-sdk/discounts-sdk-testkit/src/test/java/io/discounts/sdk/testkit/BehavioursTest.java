package io.discounts.sdk.testkit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import static io.discounts.sdk.testkit.FakeDiscount.discount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class BehavioursTest {
    private static final String REQUEST = "GET /v1/redemptions/r-1 HTTP/1.1\r\nHost: fake\r\n\r\n";

    private final FakeDiscountsService service = FakeDiscountsService.start(new TickingClock());
    private final Caller caller = Caller.of(service);

    @BeforeEach
    void offer() {
        service.store("s-1").has(discount("p:a"));
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void isUnavailableWithAndWithoutRetryAfter() throws Exception {
        service.plays(Behaviours.unavailable());
        var bare = caller.search("s-1");
        service.plays(Behaviours.unavailable(Duration.ofSeconds(2)));
        var told = caller.search("s-1");
        service.plays(Behaviours.tooManyRequests(Duration.ofSeconds(3)));
        var limited = caller.search("s-1");

        assertThat(bare.statusCode()).isEqualTo(503);
        assertThat(bare.headers().firstValue("Retry-After")).isEmpty();
        assertThat(told.headers().firstValue("Retry-After")).contains("2");
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("Retry-After")).contains("3");
    }

    @Test
    void speaksHtmlOrNoJsonOrUnderAnotherType() throws Exception {
        service.plays(Behaviours.html());
        var html = caller.search("s-1");
        service.plays(Behaviours.invalidJson());
        var invalid = caller.search("s-1");
        service.plays(Behaviours.wrongContentType());
        var plain = caller.search("s-1");

        assertThat(html.statusCode()).isEqualTo(200);
        assertThat(html.headers().firstValue("Content-Type")).contains("text/html");
        assertThatExceptionOfType(InvalidRequest.class).isThrownBy(() -> JsonText.read(invalid.body()));
        assertThat(plain.headers().firstValue("Content-Type")).contains("text/plain");
        assertThat(plain.body()).contains("p:a");
    }

    @Test
    void speaksOfWhatNobodyKnowsYet() throws Exception {
        service.plays(Behaviours.unknownValues());

        assertThat(caller.search("s-1").body())
                .contains("\"tomorrow_percentage_off\"", "\"tomorrow_items\"", "\"currency\":\"EUR\"");
    }

    @Test
    void saysNothing() {
        service.plays(Behaviours.silence());

        assertThatExceptionOfType(HttpTimeoutException.class).isThrownBy(() -> caller.search(Caller.IMPATIENT, "s-1"));
        assertThat(service.requestCount()).isEqualTo(1);
    }

    @Test
    void noticesThatWhoWaitedHasLeft() throws Exception {
        service.plays(Behaviours.silence());
        try (var socket = connected()) {
            await().until(() -> service.requestCount() == 1);
            assertThat(service.openConnections()).isEqualTo(1);
            assertThat(socket.isConnected()).isTrue();
        }

        await().until(() -> service.openConnections() == 0);
    }

    @Test
    void isABlackHoleToWhoeverConnectsUntilItHeals() throws Exception {
        service.plays(Behaviours.blackHole());

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> {
            try (var socket = new Socket()) {
                socket.connect(
                        new InetSocketAddress(
                                InetAddress.getLoopbackAddress(), service.uri().getPort()),
                        300);
            }
        });
        assertThat(service.requestCount()).isZero();

        service.heals();
        assertThat(caller.search("s-1").statusCode()).isEqualTo(200);
    }

    @Test
    void isABlackHoleAgain() throws Exception {
        for (var i = 0; i < 3; i++) {
            service.plays(Behaviours.blackHole());
            assertThatExceptionOfType(HttpTimeoutException.class)
                    .isThrownBy(() -> Caller.of(service).search(Caller.IMPATIENT, "s-1"));
            service.heals();
            assertThat(Caller.of(service).search("s-1").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void answersByteByByte() throws Exception {
        service.plays(Behaviours.trickle());

        var trickling =
                caller.client().send(caller.request("/v1/redemptions/r-1").build(), BodyHandlers.ofInputStream());
        try (InputStream body = trickling.body()) {
            assertThat(trickling.statusCode()).isEqualTo(404);
            assertThat(body.read()).isEqualTo('{');
        }

        service.plays(Behaviours.trickle(Duration.ofNanos(1)));
        assertThat(Caller.of(service).search("s-1").body()).endsWith("\"stale\":false}");
    }

    @Test
    void resetsConnections() throws Exception {
        service.plays(Behaviours.reset());

        try (var socket = connected()) {
            assertThatExceptionOfType(SocketException.class)
                    .isThrownBy(() -> socket.getInputStream().read())
                    .withMessageContaining("reset");
        }
    }

    @Test
    void breaksOffWithinTheBody() {
        service.plays(Behaviours.truncated());

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> caller.search("s-1"))
                .withStackTraceContaining("fixed content-length");
    }

    @Test
    void streamsMoreThanAnybodyCanUse() throws Exception {
        service.plays(Behaviours.oversized(1_000_000));

        var body = caller.search("s-1").body();

        assertThat(body).hasSizeGreaterThan(1_000_000);
        assertThat(JsonText.read(body).members()).containsEntry("stale", false);
        assertThat(Behaviours.OVERSIZED).isEqualTo(100_000_000);
    }

    @Test
    void isLateByItsLatency() throws Exception {
        service.plays(Behaviours.late(number -> Duration.ofMillis(number == 0 ? 0 : 60_000), Behaviours.healthy()));

        assertThat(caller.search("s-1").statusCode()).isEqualTo(200);
        assertThatExceptionOfType(HttpTimeoutException.class).isThrownBy(() -> caller.search(Caller.IMPATIENT, "s-1"));
    }

    @Test
    void doesWhatATestHasWritten() throws Exception {
        service.plays((Behaviour) exchange -> exchange.send(
                exchange.honestAnswer().with("X-Of", exchange.request().path()).withBody("{}")));

        assertThat(caller.search("s-1").headers().firstValue("X-Of")).contains(Caller.SEARCH);
    }

    private Socket connected() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), service.uri().getPort());
        socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
