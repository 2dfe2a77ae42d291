package io.discounts.service.edge;

import io.discounts.fixtures.edge.EdgeTest;
import io.discounts.fixtures.edge.Http;
import io.discounts.fixtures.edge.ReceivedProblem;
import io.discounts.fixtures.edge.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import static io.discounts.fixtures.edge.Http.bearer;
import static org.assertj.core.api.Assertions.assertThat;

@EdgeTest
class BodyLimitTest {
    private static final int LIMIT = 512 * 1024;
    private static final String[] TOKEN = bearer(Tokens.with("discounts:read"));

    private final Http service;

    BodyLimitTest(@LocalServerPort int port) {
        service = new Http(port);
    }

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, 10 * 1024 * 1024})
    void refusesABodyThatAnnouncesTooMuch(int size) {
        ReceivedProblem.in(post(BodyPublishers.ofByteArray(document(size))), 413, "payload-too-large");
    }

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, 10 * 1024 * 1024})
    void refusesABodyOfUnknownLengthOnceItIsTooMuch(int size) {
        ReceivedProblem.in(post(chunked(size)), 413, "payload-too-large");
    }

    @Test
    void readsABodyOfExactlyTheLimit() {
        assertThat(post(BodyPublishers.ofByteArray(document(LIMIT))).statusCode())
                .isEqualTo(200);
        assertThat(post(chunked(LIMIT)).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> post(BodyPublisher body) {
        return service.send("POST", "/v1/discounts/echo", body, "Content-Type", "application/json", TOKEN[0], TOKEN[1]);
    }

    private static BodyPublisher chunked(int size) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(document(size)));
    }

    /** Valid JSON of this many bytes, no single value of which is too long. */
    private static byte[] document(int size) {
        return ("{\"count\":1" + " ".repeat(size - 11) + "}").getBytes(StandardCharsets.US_ASCII);
    }
}
