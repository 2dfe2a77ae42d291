package io.discounts.service.edge;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;

class RenderedProblemTest {
    private static final Problem PROBLEM = Problem.of(ProblemType.SERVICE_UNAVAILABLE, "Too \"many\" ask.");

    private final ProblemWriter problems = new ProblemWriter(JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .build());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/discounts/search",
                "/v1/redemptions/abc:confirm?",
                "/v1/discounts/%22",
                "/\"not quotable",
                "//x"
            })
    void saysWhatTheProblemWouldSayThatIsRenderedAnew(String path) throws IOException {
        var request = new MockHttpServletRequest("POST", path);
        new RequestId("request-1").attachTo(request);

        var anew = new MockHttpServletResponse();
        problems.write(PROBLEM, request, anew);
        var rendered = new MockHttpServletResponse();
        problems.write(problems.rendered(PROBLEM), 503, request, rendered);

        assertThat(body(rendered)).isEqualTo(body(anew));
        assertThat(rendered.getStatus()).isEqualTo(anew.getStatus());
        assertThat(rendered.getHeaderNames())
                .allSatisfy(name -> assertThat(rendered.getHeader(name))
                        .as(name)
                        .isEqualTo(name.equals("Content-Length") ? length(rendered) : anew.getHeader(name)));
    }

    @Test
    void needsNoIdOfTheRequest() throws IOException {
        var answer = new MockHttpServletResponse();

        problems.write(problems.rendered(PROBLEM), 503, new MockHttpServletRequest("POST", "/"), answer);

        assertThat(body(answer).has("requestId")).isFalse();
    }

    private static JsonNode body(MockHttpServletResponse answer) throws IOException {
        return JsonMapper.shared().readTree(answer.getContentAsByteArray());
    }

    private static String length(MockHttpServletResponse answer) {
        return Integer.toString(answer.getContentAsByteArray().length);
    }
}
