package io.discounts.service.edge;

import io.discounts.fixtures.edge.EdgeTest;
import io.discounts.fixtures.edge.Http;
import io.discounts.fixtures.edge.RawHttp;
import io.discounts.fixtures.edge.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.stream.Stream;

import static io.discounts.fixtures.edge.Http.bearer;
import static org.assertj.core.api.Assertions.assertThat;

@EdgeTest
@ExtendWith(OutputCaptureExtension.class)
class LoggingTest {
    private static final String[] TOKEN = bearer(Tokens.with("discounts:read"));
    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final Http service;
    private final RawHttp raw;

    LoggingTest(@LocalServerPort int port) {
        service = new Http(port);
        raw = new RawHttp(port);
    }

    @Test
    void writesAFailureAsOneEcsLineWithTheIdsOfItsRequest(CapturedOutput output) {
        var before = output.length();
        service.get(
                "/v1/discounts/failing",
                TOKEN[0],
                TOKEN[1],
                "X-Request-Id",
                "order-1",
                "traceparent",
                "00-" + TRACE_ID + "-00f067aa0ba902b7-01");

        var failure = lines(output, before)
                .filter(line -> line.path("message").asString().equals("A request failed"))
                .toList();
        assertThat(failure).singleElement().satisfies(line -> {
            assertThat(line.at("/ecs/version").asString()).isEqualTo("8.11");
            assertThat(line.at("/log/level").asString()).isEqualTo("ERROR");
            assertThat(line.at("/service/name").asString()).isEqualTo("discounts-service");
            assertThat(line.at("/http/request/id").asString()).isEqualTo("order-1");
            assertThat(line.path("trace.id").asString()).isEqualTo(TRACE_ID);
            assertThat(line.path("span.id").asString()).matches("[0-9a-f]{16}");
            assertThat(line.at("/error/stack_trace").asString()).contains("EchoController");
        });
    }

    @Test
    void leavesNothingOfARefusedRequestInTheLog(CapturedOutput output) {
        service.get("/v1/discounts/evil", TOKEN[0], TOKEN[1], "X-Request-Id", "evil id");
        service.get("/v1/discounts/a%0d%0aevil", TOKEN);
        service.get("/v1/discounts/by-id/evil?evil=%0aevil", TOKEN);
        service.get("/evil", "Authorization", "Bearer evil");
        service.send("EVIL", "/v1/discounts/echo", BodyPublishers.noBody(), TOKEN);
        service.post("/v1/discounts/echo", "{\"region\":evil}", TOKEN);
        service.post("/v1/discounts/echo", "{\"evil\":1,\"evil\":\"\\r\\nevil\"}", TOKEN);
        service.post("/v1/discounts/echo", "{\"platform\":\"evil\"}", TOKEN);
        service.post("/v1/discounts/echo", "{}", TOKEN[0], TOKEN[1], "Accept", "evil/evil");
        raw.exchange("GET /evil\u0001 HTTP/1.1\r\nHost: evil\r\n\r\n");
        raw.exchange("evil\u001b[2J\r\n\r\n");
        raw.exchange("GET / HTTP/1.1\r\nHost: a\r\nevil\u0007: b\r\n\r\n");

        assertThat(output.toString().toLowerCase(Locale.ROOT)).doesNotContain("evil");
    }

    @Test
    void keepsAForgedLineInsideItsOwn(CapturedOutput output) {
        var before = output.length();
        service.get("/v1/discounts/failing", TOKEN); // its exception's message has a line break in it

        assertThat(lines(output, before))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.has("@timestamp")).isTrue());
    }

    private static Stream<JsonNode> lines(CapturedOutput output, int from) {
        return output.toString().substring(from).lines().map(JsonMapper.shared()::readTree);
    }
}
