package io.discounts.service.edge;

import io.discounts.fixtures.edge.EdgeTest;
import io.discounts.fixtures.edge.Http;
import io.discounts.fixtures.edge.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

import static io.discounts.fixtures.edge.Http.bearer;
import static org.assertj.core.api.Assertions.assertThat;

@EdgeTest
class TokenSecurityTest {
    private final Http service;

    TokenSecurityTest(@LocalServerPort int port) {
        service = new Http(port);
    }

    @ParameterizedTest
    @CsvSource({
        "discounts:read, /v1/discounts/by-id/7, 200",
        "discounts:read, /v1/redemptions/echo, 403",
        "discounts:read, /ops/echo, 403",
        "discounts:redeem, /v1/redemptions/echo, 200",
        "discounts:redeem, /v1/discounts/by-id/7, 403",
        "discounts:ops, /ops/echo, 200",
        "discounts:ops, /v1/discounts/by-id/7, 403",
        "discounts:read discounts:redeem, /v1/redemptions/echo, 200",
        "'', /v1/discounts/by-id/7, 403",
        "discounts:read discounts:redeem discounts:ops, /elsewhere, 403",
        "discounts:read discounts:redeem discounts:ops, /error, 403"
    })
    void letsInWhoHasTheScopeOfThePath(String scopes, String path, int status) {
        assertThat(service.get(path, bearer(Tokens.with(scopes))).statusCode()).isEqualTo(status);
    }

    /** Nobody answers here, so who is let in finds nothing. */
    @ParameterizedTest
    @CsvSource({
        "discounts:read, /v1/discounts/search, 404",
        "discounts:read, /v1/discounts/evaluate, 404",
        "discounts:redeem discounts:ops, /v1/discounts/search, 403",
        "discounts:redeem discounts:ops, /v1/discounts/evaluate, 403"
    })
    void letsInToReadsWhoMayRead(String scopes, String path, int status) {
        assertThat(service.post(path, "{}", bearer(Tokens.with(scopes))).statusCode())
                .isEqualTo(status);
        assertUnauthorized(service.post(path, "{}"));
    }

    @Test
    void readsScopesFromTheScpClaimToo() {
        var token = Tokens.withClaim("scp", List.of("discounts:read"));

        assertThat(service.get("/v1/discounts/by-id/7", bearer(token)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void asksForATokenWhereThereIsNone() {
        var answer = service.get("/v1/discounts/by-id/7");

        assertUnauthorized(answer);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Bearer");
    }

    static Stream<String> tokensThatProveNothing() {
        return Stream.of(
                Tokens.expired("discounts:read"),
                Tokens.ofForeignKey("discounts:read"),
                Tokens.unsigned("discounts:read"),
                Tokens.with("discounts:read").replaceFirst(".{8}$", "AAAAAAAA"),
                "not-a-token",
                "a.b.c");
    }

    @ParameterizedTest
    @MethodSource("tokensThatProveNothing")
    void turnsAwayATokenThatProvesNothing(String token) {
        var answer = service.get("/v1/discounts/by-id/7", bearer(token));

        assertUnauthorized(answer);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("error=\"invalid_token\"");
    }

    @Test
    void namesTheMissingScopeInTheChallenge() {
        var answer = service.get("/ops/echo", bearer(Tokens.with("discounts:read")));

        assertThat(answer.body())
                .contains("\"type\":\"urn:discounts:problem:forbidden\"")
                .contains("\"requestId\":");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("error=\"insufficient_scope\"");
    }

    @Test
    void keepsNoSession() {
        var answer = service.get("/v1/discounts/by-id/7", bearer(Tokens.with("discounts:read")));

        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    private static void assertUnauthorized(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(answer.body()).contains("\"type\":\"urn:discounts:problem:unauthorized\"");
    }
}
