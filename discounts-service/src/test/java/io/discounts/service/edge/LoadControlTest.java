package io.discounts.service.edge;

import io.discounts.fixtures.edge.EdgeTest;
import io.discounts.fixtures.edge.HeldRequests;
import io.discounts.fixtures.edge.Http;
import io.discounts.fixtures.edge.ReceivedProblem;
import io.discounts.fixtures.edge.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

import static io.discounts.fixtures.edge.Http.bearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two redemptions at a time here, of which only checkouts get the second place. */
@EdgeTest
class LoadControlTest {
    private static final String[] TOKEN = bearer(Tokens.with("discounts:redeem"));
    private static final String HELD = "/v1/redemptions/held-at/load-control";

    private final int port;
    private final Http service;
    private final Http management;

    LoadControlTest(@LocalServerPort int port, @LocalManagementPort int managementPort) {
        this.port = port;
        service = new Http(port);
        management = new Http(managementPort);
    }

    @Test
    void turnsAwayTheLeastImportantFirstAndNobodyOnceThereIsRoom() throws InterruptedException {
        CompletableFuture<HttpResponse<String>> first;
        try (var held = HeldRequests.at("load-control")) {
            first = CompletableFuture.supplyAsync(() -> service.get(HELD, TOKEN));
            held.awaitArrival();

            var shed = get("/v1/redemptions/echo", "shadow");
            ReceivedProblem.in(shed, 503, "service-unavailable");
            assertThat(shed.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(shed.headers().firstValue("traceresponse")).isPresent();
            assertThat(get("/v1/redemptions/%65cho", "shadow").statusCode()).isEqualTo(503);
            assertThat(get("/v1/redemptions/echo", "checkout").statusCode()).isEqualTo(200);
        }

        assertThat(first.join().statusCode()).isEqualTo(200);
        // A place is given back when its answer has left already.
        await().until(() -> get("/v1/redemptions/echo", "shadow").statusCode() == 200);
        assertThat(management.get("/actuator/prometheus").body())
                .contains("discounts_edge_admissions_total{gate=\"redemptions\",outcome=\"shed\",priority=\"shadow\"}");
    }

    @Test
    void leavesItsConnectionToACallerThatIsTurnedAwayAndNotToOneThatAsksToClose() throws Exception {
        CompletableFuture<HttpResponse<String>> first;
        try (var held = HeldRequests.at("load-control");
                var kept = new RawConnection(port);
                var closed = new RawConnection(port)) {
            first = CompletableFuture.supplyAsync(() -> service.get(HELD, TOKEN));
            held.awaitArrival();

            for (int i = 0; i < 2; i++) {
                var shed = kept.ask(shadow("POST", "Content-Length: 5", "{\"a\":"));
                assertThat(shed)
                        .startsWith("HTTP/1.1 503")
                        .contains("Retry-After: 1")
                        .doesNotContain("Connection: close");
            }
            assertThat(kept.ask("GET /livez HTTP/1.1\r\nHost: here\r\n\r\n")).startsWith("HTTP/1.1 200");

            assertThat(closed.ask(shadow("GET", "Connection: close", ""))).startsWith("HTTP/1.1 503");
            assertThat(closed.isAtItsEnd()).isTrue();
        }
        assertThat(first.join().statusCode()).isEqualTo(200);
    }

    private static String shadow(String method, String header, String body) {
        return "%s /v1/redemptions/echo HTTP/1.1\r\nHost: here\r\n%s: shadow\r\n%s\r\n\r\n%s"
                .formatted(method, Priority.HEADER, header, body);
    }

    private HttpResponse<String> get(String path, String priority) {
        return service.get(path, TOKEN[0], TOKEN[1], Priority.HEADER, priority);
    }
}
