package io.discounts.service.edge;

import io.discounts.service.edge.LoadSettings.Bounds;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LoadControlFilterTest {
    private static final String SEARCH = "/v1/discounts/search";
    private static final String EVALUATE = "/v1/discounts/evaluate";
    private static final Duration TYPICAL = Duration.ofMillis(8);
    private static final FilterChain NOTHING = (request, response) -> {};

    private final FakeNanos time = new FakeNanos();
    private final Gate gate =
            new Gate(new Bounds(1, 1, Duration.ofMillis(20)), new Backlog(Duration.ofMillis(20), time), time);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final LoadControlFilter filter = new LoadControlFilter(
            List.of(new GatedPaths(
                    "/v1/discounts/",
                    gate,
                    new LoadMetrics(meters, "reads", gate),
                    Map.of("evaluate", Priority.CHECKOUT),
                    Priority.BROWSE)),
            new ProblemWriter(JsonMapper.shared()),
            new Random(1));

    @Test
    void turnsAwayAtOnceWhatThereIsNoPlaceFor() throws Exception {
        var answer = new MockHttpServletResponse();

        whileOneIsWorkedOn(() -> filter.doFilter(request(SEARCH), answer, this::unexpected));

        assertThat(answer.getStatus()).isEqualTo(KeepingProtocol.TURNED_AWAY);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("1");
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(answer.getContentAsString()).contains("urn:discounts:problem:service-unavailable");
        assertThat(counted("browse", "shed")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        EVALUATE + ", ''",
        SEARCH + ", checkout",
        "/ops/dead-letters, ''",
        "/livez, ''",
    })
    void letsInWhatMattersMoreAndWhatHasNoGate(String path, String priority) throws Exception {
        var answer = new MockHttpServletResponse();
        var request = request(path);
        request.addHeader(Priority.HEADER, priority);

        whileOneIsWorkedOn(() -> filter.doFilter(request, answer, LoadControlFilterTest::created));

        assertThat(answer.getStatus()).isEqualTo(201);
    }

    @Test
    void countsWhatItHasWaitedForAProcessorAmongACallersPatience() throws Exception {
        var request = request(SEARCH);
        request.addHeader(CallerPatience.HEADER, "60000");
        FilterChain looking =
                (asked, answer) -> assertThat(CallerPatience.left(asked)).isLessThan(Duration.ofSeconds(60));
        var tasks = new ArrayDeque<Runnable>();

        ProcessorWait.notedBy(tasks::add).execute(() -> {
            assertThat(ProcessorWait.current()).isPositive();
            assertThatNoException().isThrownBy(() -> filter.doFilter(request, new MockHttpServletResponse(), looking));
        });
        tasks.remove().run();

        assertThat(ProcessorWait.current()).isZero();
        assertThat(counted("browse", "admitted")).isEqualTo(1);
    }

    @Test
    void freesThePlaceOfARequestThatFails() {
        FilterChain failing = (request, response) -> {
            throw new ServletException("on purpose");
        };

        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> filter.doFilter(request(SEARCH), new MockHttpServletResponse(), failing))
                    .hasMessage("on purpose");
        }

        assertThat(gate.inFlight()).isZero();
        assertThat(counted("browse", "admitted")).isEqualTo(5);
    }

    @Test
    void tellsACallerWithoutPatienceThatItsAnswerWouldComeTooLate() throws Exception {
        for (int i = 0; i < 100; i++) {
            filter.doFilter(request(SEARCH), new MockHttpServletResponse(), (request, response) -> time.pass(TYPICAL));
        }
        var request = request(SEARCH);
        request.addHeader(CallerPatience.HEADER, "7");
        var answer = new MockHttpServletResponse();

        filter.doFilter(request, answer, this::unexpected);

        assertThat(answer.getStatus()).isEqualTo(KeepingProtocol.TURNED_AWAY);
        assertThat(answer.getContentAsString()).contains("after the caller has gone");
        assertThat(counted("browse", "late")).isEqualTo(1);
    }

    /** A flood of requests without a token, say, must not hide how long the others take. */
    @Test
    void learnsNothingFromWhatIsRefusedAtOnce() throws Exception {
        for (int i = 0; i < 100; i++) {
            filter.doFilter(request(SEARCH), new MockHttpServletResponse(), (request, response) -> {
                time.pass(TYPICAL);
                ((HttpServletResponse) response).setStatus(401);
            });
        }

        assertThat(gate.admit(Priority.CHECKOUT, Duration.ofMillis(1), Duration.ZERO))
                .isInstanceOf(Admission.Admitted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "soon"})
    void saysWhatIsWrongWithASpanThatIsNone(String header) throws Exception {
        var request = request(SEARCH);
        request.addHeader(CallerPatience.HEADER, header);
        var answer = new MockHttpServletResponse();

        filter.doFilter(request, answer, this::unexpected);

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString()).contains(CallerPatience.HEADER);
    }

    @Test
    void showsItsLimitAndWhatIsWorkedOn() throws Exception {
        whileOneIsWorkedOn(() -> {
            assertThat(meters.get(LoadMetrics.LIMIT).gauge().value()).isEqualTo(1);
            assertThat(meters.get(LoadMetrics.IN_FLIGHT).gauge().value()).isEqualTo(1);
        });
    }

    private void whileOneIsWorkedOn(Meanwhile meanwhile) throws ServletException, IOException {
        filter.doFilter(request(EVALUATE), new MockHttpServletResponse(), (request, response) -> meanwhile.happens());
        filter.doFilter(request(SEARCH), new MockHttpServletResponse(), NOTHING);
    }

    private double counted(String priority, String outcome) {
        return meters.get(LoadMetrics.ADMISSIONS)
                .tags("gate", "reads", "priority", priority, "outcome", outcome)
                .counter()
                .count();
    }

    private void unexpected(Object request, Object response) {
        throw new AssertionError("it was let in");
    }

    private static void created(Object request, jakarta.servlet.ServletResponse response) {
        ((HttpServletResponse) response).setStatus(201);
    }

    private static MockHttpServletRequest request(String path) {
        var request = new MockHttpServletRequest("POST", path);
        request.setServletPath(path);
        return request;
    }

    @FunctionalInterface
    private interface Meanwhile {
        void happens() throws ServletException, IOException;
    }
}
