package io.discounts.service.edge;

import io.discounts.fixtures.edge.EdgeTest;
import io.discounts.fixtures.edge.Http;
import io.discounts.fixtures.edge.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;

import static io.discounts.fixtures.edge.Http.bearer;
import static org.assertj.core.api.Assertions.assertThat;

@EdgeTest
class ManagementTest {
    private static final String[] READER = bearer(Tokens.with("discounts:read"));

    private final Http service;
    private final Http management;

    ManagementTest(@LocalServerPort int port, @LocalManagementPort int managementPort) {
        service = new Http(port);
        management = new Http(managementPort);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void tellsAnybodyThatItIsUpAndNoMore(String path) {
        var answer = management.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\":\"UP\"").doesNotContain("components", "details");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/livez", "/readyz"})
    void answersProbesOnTheServicesOwnPort(String path) {
        assertThat(service.get(path).body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "'', /actuator/env, 401",
        "discounts:read, /actuator/env, 403",
        "discounts:ops, /actuator/env, 200",
        "discounts:ops, /actuator/heapdump, 403",
        "'', /actuator, 401",
        "'', /elsewhere, 401"
    })
    void asksForTheOpsScopeWhereMoreIsExposed(String scope, String path, int status) {
        var headers = scope.isEmpty() ? new String[0] : bearer(Tokens.with(scope));

        assertThat(management.get(path, headers).statusCode()).isEqualTo(status);
    }

    @Test
    void keepsManagementOffTheServicesPort() {
        assertThat(service.get("/actuator/env", bearer(Tokens.with("discounts:ops")))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void countsLatencyInBucketsFromOneMillisecondToTwoSeconds() {
        service.get("/v1/discounts/by-id/7", READER);

        assertThat(scrape())
                .contains(bucket("/v1/discounts/by-id/{id}", "0.001"), bucket("/v1/discounts/by-id/{id}", "2.0"))
                .doesNotContain("http_server_requests_active_seconds_bucket", "spring_security");
    }

    @Test
    void keepsPathsThatStrangersMakeUpOutOfItsMetrics() {
        service.get("/v1/discounts/made/up", READER);
        service.get("/made-up");
        service.send("MADEUP", "/v1/discounts/echo", BodyPublishers.noBody(), READER);

        assertThat(scrape().toLowerCase(Locale.ROOT)).doesNotContain("made/up", "made-up", "madeup");
    }

    private static String bucket(String uri, String bound) {
        return "status=\"200\",uri=\"%s\",le=\"%s\"".formatted(uri, bound);
    }

    private String scrape() {
        return management.get("/actuator/prometheus").body();
    }
}
