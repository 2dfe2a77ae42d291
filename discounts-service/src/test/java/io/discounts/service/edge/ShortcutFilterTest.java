package io.discounts.service.edge;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

import static org.assertj.core.api.Assertions.assertThat;

class ShortcutFilterTest {
    private static final String PATH = "/v1/discounts/search";
    private static final String ODD = "{\"odd\":true}";
    private static final String PLAIN = "{\"region\":\"ES\"}";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<String> onTheLongWay = new ArrayList<>();
    private final FilterChain longWay = (request, response) ->
            onTheLongWay.add(new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    private Answer next;

    ShortcutFilterTest() throws IOException {
        next = json("{\"stores\":[]}");
    }

    /** Answers all but the odd one. */
    private final Shortcut shortcut = new Shortcut() {
        @Override
        public String path() {
            return PATH;
        }

        @Override
        public Optional<Answer> answer(byte[] body, Duration patience) {
            return new String(body, StandardCharsets.UTF_8).equals(ODD) ? Optional.empty() : Optional.of(next);
        }
    };

    @Test
    void answersWhatIsPlain() throws Exception {
        var answer = ask(request -> {});

        assertThat(onTheLongWay).isEmpty();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualTo("application/json");
        assertThat(answer.getContentAsString()).isEqualTo("{\"stores\":[]}");
        assertThat(answer.getContentLength()).isEqualTo(13);
        SecurityHeaders.ALL.forEach(
                (name, value) -> assertThat(answer.getHeader(name)).isEqualTo(value));
    }

    @Test
    void countsWhatItAnswersAmongAllRequests() throws Exception {
        ask(request -> {});
        next = new Answer.Unavailable("Away.");
        ask(request -> {});

        assertThat(meters.get("http.server.requests")
                        .tags("uri", PATH, "status", "200", "outcome", "SUCCESS", "method", "POST")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("http.server.requests")
                        .tags("uri", PATH, "status", "503", "outcome", "SERVER_ERROR")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void tellsWhenSomethingBehindIsAway() throws Exception {
        next = new Answer.Unavailable("The catalog is away.");

        var answer = ask(request -> {});

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("1");
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(answer.getContentAsString()).contains("service-unavailable", "The catalog is away.");
    }

    @Test
    void handsTheBodyOnThatItHasReadInVain() throws Exception {
        ask(request -> request.setContent(ODD.getBytes(StandardCharsets.UTF_8)));

        assertThat(onTheLongWay).containsExactly(ODD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "post"})
    void leavesOtherMethodsAlone(String method) throws Exception {
        ask(request -> request.setMethod(method));

        assertThat(onTheLongWay).containsExactly(PLAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/discounts/evaluate",
                "/v1/discounts/search/",
                "/v1/discounts/%73earch",
                "/v1//discounts/search"
            })
    void leavesOtherPathsAlone(String path) throws Exception {
        ask(request -> request.setRequestURI(path));

        assertThat(onTheLongWay).containsExactly(PLAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type=text/plain",
                "Content-Type=application/json; charset=utf-16",
                "Accept=application/xml",
                "Accept=application/json, text/plain",
                "Content-Encoding=gzip",
                "Origin=https://shop.example",
                "traceparent=00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
            })
    void leavesAloneWhatNeedsMoreThought(String header) throws Exception {
        var parts = header.split("=", 2);

        ask(request -> {
            request.removeHeader(parts[0]);
            request.addHeader(parts[0], parts[1]);
        });

        assertThat(onTheLongWay).containsExactly(PLAIN);
    }

    @Test
    void leavesLargeBodiesAlone() throws Exception {
        ask(request -> request.setContent(new byte[(64 << 10) + 1]));

        assertThat(onTheLongWay).hasSize(1);
    }

    @Test
    void leavesAloneWhatIsLargerThanAnybodyReads() throws Exception {
        var filter = filter(KnownCallers.EVERYBODY, PLAIN.length() - 1);

        filter.doFilter(plainRequest(), new MockHttpServletResponse(), longWay);

        assertThat(onTheLongWay).containsExactly(PLAIN);
    }

    @Test
    void leavesStrangersToSpringSecurity() throws Exception {
        var answer = ask((request, scope) -> false, request -> {});

        assertThat(onTheLongWay).containsExactly(PLAIN);
        assertThat(answer.getHeaderNames()).isEmpty();
    }

    @Test
    void asksForTheScopeOfReads() throws Exception {
        ask((request, scope) -> scope == Scope.READ, request -> {});

        assertThat(onTheLongWay).isEmpty();
    }

    @Test
    void joinsATraceThatIsNotRecorded() throws Exception {
        var caller = "4bf92f3577b34da6a3ce929d0e0e4736";

        var answer = ask(request -> request.addHeader("traceparent", "00-" + caller + "-00f067aa0ba902b7-00"));

        assertThat(onTheLongWay).isEmpty();
        assertThat(answer.getHeader("traceresponse"))
                .matches("00-" + caller + "-[0-9a-f]{16}-00")
                .doesNotContain("00f067aa0ba902b7");
    }

    @Test
    void beginsATraceWhereThereIsNone() throws Exception {
        assertThat(ask(request -> {}).getHeader("traceresponse")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
    }

    private MockHttpServletResponse ask(Consumer<MockHttpServletRequest> change) throws Exception {
        return ask(KnownCallers.EVERYBODY, change);
    }

    private MockHttpServletResponse ask(KnownCallers callers, Consumer<MockHttpServletRequest> change)
            throws Exception {
        var request = plainRequest();
        change.accept(request);
        var response = new MockHttpServletResponse();
        filter(callers, 1 << 20).doFilter(request, response, longWay);
        return response;
    }

    private ShortcutFilter filter(KnownCallers callers, long maxBodyBytes) {
        return new ShortcutFilter(
                List.of(shortcut),
                callers,
                new ShortcutMetrics(meters),
                new ProblemWriter(JsonMapper.shared()),
                new Random(1),
                maxBodyBytes);
    }

    private static MockHttpServletRequest plainRequest() {
        var request = new MockHttpServletRequest("POST", PATH);
        request.addHeader("Content-Type", "application/json");
        request.setContent(PLAIN.getBytes(StandardCharsets.UTF_8));
        return request;
    }

    private static Answer json(String ascii) {
        var json = new JsonBytes(0);
        json.json(ascii);
        return new Answer.Json(json);
    }
}
