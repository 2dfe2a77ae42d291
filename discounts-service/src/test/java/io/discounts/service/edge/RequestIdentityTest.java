package io.discounts.service.edge;

import io.discounts.fixtures.edge.EdgeTest;
import io.discounts.fixtures.edge.Http;
import io.discounts.fixtures.edge.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.net.http.HttpResponse;

import static io.discounts.fixtures.edge.Http.bearer;
import static org.assertj.core.api.Assertions.assertThat;

@EdgeTest
class RequestIdentityTest {
    private static final String[] TOKEN = bearer(Tokens.with("discounts:read"));
    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE_ID + "-00f067aa0ba902b7-01";

    private final Http service;

    RequestIdentityTest(@LocalServerPort int port) {
        service = new Http(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/discounts/by-id/7",
                "/v1/discounts/failing",
                "/v1/discounts/no/such",
                "/elsewhere",
                "/v1//x",
                "/docs/no/such",
                "/%2e%2e/"
            })
    void takesTheIdOverThatWasSent(String path) {
        var answer = service.get(path, TOKEN[0], TOKEN[1], "X-Request-Id", "order-1.a~B_2");

        assertThat(answer.headers().allValues("X-Request-Id")).containsExactly("order-1.a~B_2");
    }

    @Test
    void identifiesARequestWithoutATokenToo() {
        var answer = service.get("/v1/discounts/by-id/7", "X-Request-Id", "mine");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("X-Request-Id")).containsExactly("mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "id;drop", "<script>", "\u00e9", "%0d%0aforged"})
    void makesAnIdInPlaceOfAnOddOne(String odd) {
        assertNewId(service.get("/v1/discounts/by-id/7", TOKEN[0], TOKEN[1], "X-Request-Id", odd));
    }

    @Test
    void makesAnIdInPlaceOfALongOne() {
        var longest = "x".repeat(128);

        assertThat(idOf(service.get("/elsewhere", "X-Request-Id", longest))).isEqualTo(longest);
        assertNewId(service.get("/elsewhere", "X-Request-Id", longest + "x"));
    }

    @Test
    void makesANewIdForEveryRequest() {
        assertThat(idOf(service.get("/elsewhere"))).isNotEqualTo(idOf(service.get("/elsewhere")));
    }

    @Test
    void joinsTheTraceOfTheCaller() {
        var trace = traceOf(service.get("/v1/discounts/by-id/7", TOKEN[0], TOKEN[1], "traceparent", PARENT));

        assertThat(trace).matches("00-" + TRACE_ID + "-[0-9a-f]{16}-01").doesNotContain("00f067aa0ba902b7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-" + TRACE_ID,
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "forged\u00e9",
                "ff-" + TRACE_ID + "-00f067aa0ba902b7-01"
            })
    void beginsATraceWhereTheCallerHasNone(String traceparent) {
        var trace = traceOf(service.get("/v1/discounts/by-id/7", TOKEN[0], TOKEN[1], "traceparent", traceparent));

        assertThat(trace).matches("00-(?!0{32})[0-9a-f]{32}-[0-9a-f]{16}-0[01]").doesNotContain(TRACE_ID);
    }

    @Test
    void tracesARefusedRequestToo() {
        var answer = service.get("/v1/discounts/by-id/7", "traceparent", PARENT);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(traceOf(answer)).contains(TRACE_ID);
    }

    private static void assertNewId(HttpResponse<String> answer) {
        assertThat(idOf(answer)).matches("[0-9a-f]{32}");
    }

    private static String idOf(HttpResponse<String> answer) {
        return answer.headers().firstValue("X-Request-Id").orElseThrow();
    }

    private static String traceOf(HttpResponse<String> answer) {
        return answer.headers().firstValue("traceresponse").orElseThrow();
    }
}
