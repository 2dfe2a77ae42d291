package io.discounts.service.edge;

import io.discounts.fixtures.edge.EdgeTest;
import io.discounts.fixtures.edge.RawHttp;
import io.discounts.fixtures.edge.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

@EdgeTest
class MalformedRequestTest {
    private static final String HOST = "Host: 127.0.0.1\r\n";
    private static final String END = "Connection: close\r\n\r\n";
    private static final String GET = "GET /elsewhere HTTP/1.1\r\n";
    private static final String POST = "POST /v1/discounts/echo HTTP/1.1\r\n" + HOST
            + "Content-Type: application/json\r\nAuthorization: Bearer " + Tokens.with("discounts:read") + "\r\n";

    private final RawHttp service;

    MalformedRequestTest(@LocalServerPort int port) {
        service = new RawHttp(port);
    }

    static Stream<String> malformed() {
        return Stream.of(
                "GARBAGE\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n", // TLS on a plain port
                "GET /elsewhere HTTP/9.9\r\n" + HOST + END,
                "GET /v1/%zz HTTP/1.1\r\n" + HOST + END,
                "GET /v1/%c3%28 HTTP/1.1\r\n" + HOST + END,
                "GET /v1/\u00e9 HTTP/1.1\r\n" + HOST + END,
                "GET /v1/[x] HTTP/1.1\r\n" + HOST + END,
                "CONNECT elsewhere:443 HTTP/1.1\r\n" + HOST + END,
                "GET http://user@host:99999/elsewhere HTTP/1.1\r\n" + HOST + END,
                "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\n" + HOST + END,
                GET + END,
                GET + HOST + HOST + END,
                GET + "Host: a b\r\n" + END,
                GET + HOST + "X: " + "x".repeat(20_000) + "\r\n" + END,
                GET + HOST + "no colon\r\n" + END,
                GET + HOST + "X: a\u0001b\r\n" + END,
                GET + HOST + "X: a\nb\r\n" + END);
    }

    static Stream<String> malformedBodies() {
        return Stream.of(
                POST + "Transfer-Encoding: nonsense\r\n" + END,
                POST + "Transfer-Encoding: chunked\r\n" + END + "zz\r\n{}\r\n0\r\n\r\n",
                POST + "Transfer-Encoding: chunked\r\n" + END + "2\r\n{",
                POST + "Content-Length: 5\r\nContent-Length: 6\r\n" + END + "{}   ",
                POST + "Content-Length: -1\r\n" + END,
                POST + "Content-Length: 99999999999999999999\r\n" + END,
                POST + "Content-Length: 50\r\n" + END + "{\"count\":1",
                POST + "Content-Encoding: gzip\r\nContent-Length: 3\r\n" + END + "abc",
                POST + "Expect: nonsense\r\nContent-Length: 2\r\n" + END + "{}");
    }

    @ParameterizedTest
    @MethodSource({"malformed", "malformedBodies"})
    void answersAMalformedRequestLikeAnyOther(String request) {
        assertThat(service.exchange(request))
                .startsWith("HTTP/1.1 400 ")
                .containsPattern("\r\nX-Request-Id: [0-9a-f]{32}\r\n")
                .contains("\r\nContent-Type: application/problem+json\r\n")
                .contains("\"type\":\"urn:discounts:problem:invalid-request\"")
                .doesNotContain("Tomcat", "<html", "Exception", "%zz");
    }

    @Test
    void refusesToSendARequestBack() {
        assertThat(service.exchange("TRACE /elsewhere HTTP/1.1\r\n" + HOST + END))
                .startsWith("HTTP/1.1 405 ")
                .contains("urn:discounts:problem:method-not-allowed");
    }

    @Test
    void takesOverTheIdOfARequestThatNeverReachesTheApplication() {
        assertThat(service.exchange("GET /%zz HTTP/1.1\r\nX-Request-Id: mine\r\n" + HOST + END))
                .contains("\r\nX-Request-Id: mine\r\n", "\"requestId\":\"mine\"");
    }
}
