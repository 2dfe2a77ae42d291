package io.discounts.service.edge;

import io.discounts.fixtures.edge.EdgeTest;
import io.discounts.fixtures.edge.Http;
import io.discounts.fixtures.edge.ReceivedProblem;
import io.discounts.fixtures.edge.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HexFormat;
import java.util.stream.Stream;

import static io.discounts.fixtures.edge.Http.bearer;
import static org.assertj.core.api.Assertions.assertThat;

@EdgeTest
class RequestBodyTest {
    private static final String[] TOKEN = bearer(Tokens.with("discounts:read"));
    private static final String NOT_JSON = "is not valid JSON";
    private static final String WHOLE = "must be a whole number within range";
    private static final String TOO_MUCH = "nests deeper, or has a longer text, number or name, than the service reads";

    private final Http service;

    RequestBodyTest(@LocalServerPort int port) {
        service = new Http(port);
    }

    @Test
    void readsWhatItKnowsAndIgnoresTheRest() {
        var answer = post("""
                {"region":"ES","storeIds":["s-1"],"customer":{"id":"c-1","orderCount":3,"new":{"a":[1]}},
                 "platform":"IOS","at":"2026-11-22T12:00:00Z","count":1,"gift":true,"unheardOf":null}""");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"orderCount\":3", "\"at\":\"2026-11-22T12:00:00Z\"");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("{\"region\":\"ES\"", "/region", "the JSON document ends too early"),
                Arguments.of("{\"region\":tru}", "/region", NOT_JSON),
                Arguments.of("{'region':'ES'}", "", NOT_JSON),
                Arguments.of("{\"count\":01}", "/count", NOT_JSON),
                Arguments.of("{\"count\":NaN}", "/count", NOT_JSON),
                Arguments.of("{\"region\":\"E\u0001S\"}", "/region", NOT_JSON),
                Arguments.of("plain text", "", NOT_JSON),
                Arguments.of("", "", "a JSON document is expected"),
                Arguments.of("null", "", "a JSON document is expected"),
                Arguments.of("[]", "", "must be an object"),
                Arguments.of("[".repeat(10_000), "", "must be an object"),
                Arguments.of("\"text\"", "", "must be an object"),
                Arguments.of("{\"count\":1,\"count\":2}", "/count", "is there twice"),
                Arguments.of("{\"ignored\":{\"a\":[{\"b\":1,\"b\":2}]}}", "/ignored/a/0/b", "is there twice"),
                Arguments.of("{\"count\":1}{\"count\":2}", "", "goes on after its end"),
                Arguments.of("{\"count\":1} trailing", "", NOT_JSON),
                Arguments.of("{\"count\":\"3\"}", "/count", WHOLE),
                Arguments.of("{\"count\":\"\"}", "/count", WHOLE),
                Arguments.of("{\"count\":1.5}", "/count", WHOLE),
                Arguments.of("{\"count\":1.0}", "/count", WHOLE),
                Arguments.of("{\"count\":true}", "/count", WHOLE),
                Arguments.of("{\"count\":null}", "/count", WHOLE),
                Arguments.of("{\"count\":4294967296}", "/count", "is out of range"),
                Arguments.of(
                        "{\"customer\":{\"orderCount\":9223372036854775808}}",
                        "/customer/orderCount",
                        "is out of range"),
                Arguments.of("{\"customer\":{\"orderCount\":\"3\"}}", "/customer/orderCount", WHOLE),
                Arguments.of("{\"customer\":[]}", "/customer", "must be an object"),
                Arguments.of("{\"customer\":\"\"}", "/customer", "must be an object"),
                Arguments.of("{\"storeIds\":\"s-1\"}", "/storeIds", "must be an array"),
                Arguments.of("{\"storeIds\":[\"a\",\"b\",\"c\",4]}", "/storeIds/3", "must be a string"),
                Arguments.of("{\"storeIds\":[\"a\",{}]}", "/storeIds/1", "must be a string"),
                Arguments.of("{\"region\":3}", "/region", "must be a string"),
                Arguments.of("{\"region\":false}", "/region", "must be a string"),
                Arguments.of("{\"gift\":\"true\"}", "/gift", "must be true or false"),
                Arguments.of("{\"gift\":1}", "/gift", "must be true or false"),
                Arguments.of("{\"platform\":\"TV\"}", "/platform", "must be one of IOS, ANDROID"),
                Arguments.of("{\"platform\":0}", "/platform", "must be one of IOS, ANDROID"),
                Arguments.of(
                        "{\"at\":\"yesterday\"}", "/at", "must be an RFC 3339 instant such as 2026-11-22T12:00:00Z"),
                Arguments.of("{\"at\":1763800000}", "/at", "must be an RFC 3339 instant such as 2026-11-22T12:00:00Z"),
                Arguments.of("{\"count\":-1}", "/count", "must not be negative"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void namesThePlaceThatIsWrong(String body, String pointer, String detail) {
        assertThat(refused(post(body)).errors()).containsExactly(pointer + ": " + detail);
    }

    static Stream<String> excesses() {
        return Stream.of(
                "{\"ignored\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}",
                "{\"ignored\":" + "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000) + "}",
                "{\"region\":\"" + "x".repeat(70_000) + "\"}",
                "{\"count\":" + "1".repeat(100) + "}",
                "{\"" + "n".repeat(300) + "\":1}");
    }

    @ParameterizedTest
    @MethodSource("excesses")
    void stopsReadingWhereADocumentPassesItsBounds(String body) {
        assertThat(refused(post(body)).errors()).singleElement().asString().endsWith(": " + TOO_MUCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff", "c328", "e28228", "80", "f0908d"})
    void refusesTextThatIsNotUtf8(String bytes) {
        var body = HexFormat.of().parseHex("7b22726567696f6e223a22" + bytes + "227d"); // {"region":"…"}

        var answer = service.send(
                "POST",
                "/v1/discounts/echo",
                BodyPublishers.ofByteArray(body),
                "Content-Type",
                "application/json",
                TOKEN[0],
                TOKEN[1]);

        assertThat(refused(answer).errors()).containsExactly("/region: " + NOT_JSON);
    }

    @Test
    void givesOddNamesBackCleanedAndCut() {
        var name = "\\u0000\\r\\n<script>/~\\u202e" + "x".repeat(200);

        var errors = refused(post("{\"ignored\":{\"%s\":1,\"%s\":2}}".formatted(name, name)))
                .errors();

        assertThat(errors)
                .singleElement()
                .asString()
                .startsWith("/ignored/???<script>~1~0?xxx")
                .hasSizeLessThan(110);
    }

    private HttpResponse<String> post(String json) {
        return service.post("/v1/discounts/echo", json, TOKEN);
    }

    private static ReceivedProblem refused(HttpResponse<String> answer) {
        return ReceivedProblem.in(answer, 400, "invalid-request");
    }
}
