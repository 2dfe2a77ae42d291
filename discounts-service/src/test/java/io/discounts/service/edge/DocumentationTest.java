package io.discounts.service.edge;

import io.discounts.fixtures.edge.EdgeTest;
import io.discounts.fixtures.edge.Http;
import io.discounts.fixtures.edge.ReceivedProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

@EdgeTest
class DocumentationTest {
    private final Http service;

    DocumentationTest(@LocalServerPort int port) {
        service = new Http(port);
    }

    @ParameterizedTest
    @CsvSource({
        "/openapi.json, application/json",
        "/docs, text/html",
        "/docs/, text/html",
        "/docs/index.html, text/html",
        "/docs/page.js, text/javascript",
        "/docs/swagger-ui/swagger-ui.css, text/css",
        "/docs/swagger-ui/swagger-ui-bundle.js, text/javascript"
    })
    void isThereForAnybody(String path, String mediaType) {
        var answer = service.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(mediaType);
    }

    @Test
    void loadsNothingFromElsewhere() {
        var page = service.get("/docs");

        assertThat(Pattern.compile("(src|href)=\"([^\"]*)\"")
                        .matcher(page.body())
                        .results())
                .isNotEmpty()
                .allSatisfy(link ->
                        assertThat(service.get(link.group(2)).statusCode()).isEqualTo(200));
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self';");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/none.html",
                "/docs/swagger-ui/none.js",
                "/docs/openapi.json",
                "/docs/swagger-ui/META-INF/MANIFEST.MF"
            })
    void hasNothingElse(String path) {
        ReceivedProblem.in(service.get(path), 404, "not-found");
    }

    @Test
    void tellsAClientWithoutATokenWhichScopesThereAre() {
        var metadata = service.get("/.well-known/oauth-protected-resource");

        assertThat(metadata.statusCode()).isEqualTo(200);
        assertThat(metadata.body())
                .contains("\"scopes_supported\":[\"discounts:read\",\"discounts:redeem\",\"discounts:ops\"]")
                .contains("\"tls_client_certificate_bound_access_tokens\":false");
    }
}
