package io.discounts.service.edge;

import io.discounts.fixtures.edge.EdgeTest;
import io.discounts.fixtures.edge.Http;
import io.discounts.fixtures.edge.ReceivedProblem;
import io.discounts.fixtures.edge.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

import static io.discounts.fixtures.edge.Http.bearer;
import static org.assertj.core.api.Assertions.assertThat;

@EdgeTest
class RefusedRequestTest {
    private static final String[] TOKEN = bearer(Tokens.with("discounts:read"));
    private static final String ECHO = "/v1/discounts/echo";

    private final Http service;

    RefusedRequestTest(@LocalServerPort int port) {
        service = new Http(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data;boundary=x",
                "not a type",
                "application/json;charset=no-such"
            })
    void refusesABodyThatIsNotJson(String contentType) {
        var headers = contentType.isEmpty() ? TOKEN : new String[] {TOKEN[0], TOKEN[1], "Content-Type", contentType};

        var answer = service.send("POST", ECHO, BodyPublishers.ofString("{\"count\":1}"), headers);

        ReceivedProblem.in(answer, 415, "unsupported-media-type");
    }

    @Test
    void namesTheMediaTypeItReads() {
        var answer = service.send("POST", ECHO, BodyPublishers.ofString("{}"), TOKEN);

        assertThat(answer.headers().firstValue("Accept").orElseThrow()).contains("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "not a type"})
    void refusesAClientThatDoesNotTakeJson(String accept) {
        var answer = service.post(ECHO, "{\"count\":1}", TOKEN[0], TOKEN[1], "Accept", accept);

        ReceivedProblem.in(answer, 406, "not-acceptable");
    }

    @Test
    void stillTellsAClientThatDoesNotTakeJsonWhatIsWrong() {
        var answer = service.get("/v1/discounts/in-use", TOKEN[0], TOKEN[1], "Accept", "text/html");

        ReceivedProblem.in(answer, 409, "discount-in-use");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "FROBNICATE"})
    void refusesAMethodThePathDoesNotHave(String method) {
        ReceivedProblem.in(service.send(method, ECHO, BodyPublishers.noBody(), TOKEN), 405, "method-not-allowed");
    }

    @Test
    void namesTheMethodsThePathHas() {
        var answer = service.send("DELETE", ECHO, BodyPublishers.noBody(), TOKEN);

        assertThat(answer.headers().firstValue("Allow").orElseThrow()).contains("POST");
    }

    @Test
    void findsNothingWhereNothingIs() {
        var problem = ReceivedProblem.in(get("/v1/discounts/no/such/path"), 404, "not-found");

        assertThat(problem.instance()).isEqualTo("/v1/discounts/no/such/path");
    }

    @Test
    void refusesAPathVariableOfTheWrongType() {
        ReceivedProblem.in(get("/v1/discounts/by-id/seven"), 400, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/discounts/a%0d%0ab",
                "/v1/discounts/..%2f..%2fops/echo",
                "/v1//discounts/7",
                "/v1/discounts/7;x=y",
                "/v1/discounts/%00"
            })
    void refusesAPathThatIsNotPlain(String path) {
        ReceivedProblem.in(get(path), 400, "invalid-request");
    }

    @Test
    void givesNoLongPathBack() {
        var problem = ReceivedProblem.in(get("/v1/discounts/" + "x/".repeat(1_000)), 404, "not-found");

        assertThat(problem.instance()).isEmpty();
    }

    @Test
    void keepsAnUnexpectedFailureToItself() {
        var answer = get("/v1/discounts/failing");

        ReceivedProblem.in(answer, 500, "internal-error");
        assertThat(answer.body()).doesNotContain("secret", "c-42");
    }

    @Test
    void answersWithAControllersOwnProblem() {
        var answer = get("/v1/discounts/in-use");

        var problem = ReceivedProblem.in(answer, 409, "discount-in-use");
        assertThat(problem.body().path("detail").asString()).isEqualTo("Another customer holds it.");
        assertThat(problem.body().has("errors")).isFalse();
    }

    private HttpResponse<String> get(String path) {
        return service.get(path, TOKEN);
    }
}
