package io.discounts.service.edge;

import io.discounts.fixtures.edge.EdgeApplication;
import io.discounts.fixtures.edge.Http;
import io.discounts.fixtures.edge.ReceivedProblem;
import io.discounts.fixtures.edge.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static io.discounts.fixtures.edge.Http.bearer;
import static org.assertj.core.api.Assertions.assertThat;

/** Nothing listens where the keys should be: an outage of the issuer's, not of the callers' or ours. */
@SpringBootTest(
        classes = EdgeApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "management.server.port=-1",
            "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://127.0.0.1:1/keys"
        })
class UnreachableIssuerTest {
    private final Http service;

    UnreachableIssuerTest(@LocalServerPort int port) {
        service = new Http(port);
    }

    @Test
    void saysThatItCannotTellRatherThanThatTheTokenIsBad() {
        var answer = service.get("/v1/discounts/by-id/7", bearer(Tokens.with("discounts:read")));

        ReceivedProblem.in(answer, 503, "service-unavailable");
        assertThat(answer.body()).doesNotContain("127.0.0.1");
    }

    @Test
    void staysUp() {
        assertThat(service.get("/readyz").statusCode()).isEqualTo(200);
        assertThat(service.get("/v1/discounts/by-id/7").statusCode()).isEqualTo(401);
    }
}
