package io.discounts.service;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Bad input gets a 4xx that names the field, whatever it is. */
@ServiceTest
class SearchApiTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private ServiceClient service;

    static Stream<Arguments> badBodies() {
        return Stream.of(
                Arguments.of("unknown region", ServiceClient.searchBody("XX", "s-1"), "/region"),
                Arguments.of("no region", "{\"storeIds\":[\"s-1\"]}", "/region"),
                Arguments.of("no stores", "{\"region\":\"ES\"}", "/storeIds"),
                Arguments.of("0 stores", "{\"region\":\"ES\",\"storeIds\":[]}", "/storeIds"),
                Arguments.of("201 stores", ServiceClient.searchBody("ES", stores(201)), "/storeIds"),
                Arguments.of("odd id", ServiceClient.searchBody("ES", "s-1", "../../etc"), "/storeIds/1"),
                Arguments.of("number as id", "{\"region\":\"ES\",\"storeIds\":[1]}", "/storeIds/0"),
                Arguments.of("text as list", "{\"region\":\"ES\",\"storeIds\":\"s-1\"}", "/storeIds"),
                Arguments.of("list as body", "[]", ""),
                Arguments.of("null as body", "null", ""),
                Arguments.of("nothing as body", "", ""),
                Arguments.of("truncated", "{\"region\":\"ES\",\"storeIds\":[\"s-1\"", "/storeIds/0"),
                Arguments.of(
                        "duplicate key", "{\"region\":\"ES\",\"region\":\"FR\",\"storeIds\":[\"s-1\"]}", "/region"),
                Arguments.of("at out of range", with("\"at\":\"1999-12-31T23:59:59Z\""), "/at"),
                Arguments.of("at of the wrong type", with("\"at\":5"), "/at"),
                Arguments.of("text as count", with("\"customer\":{\"orderCount\":\"3\"}"), "/customer/orderCount"),
                Arguments.of("fraction as count", with("\"customer\":{\"orderCount\":1.5}"), "/customer/orderCount"),
                Arguments.of("negative count", with("\"customer\":{\"orderCount\":-1}"), "/customer/orderCount"),
                Arguments.of("list as customer", with("\"customer\":[]"), "/customer"),
                Arguments.of("number as segment", with("\"customer\":{\"segments\":[7]}"), "/customer/segments/0"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badBodies")
    void namesWhatIsWrong(String name, String body, String pointer) {
        var answer = service.post("/v1/discounts/search", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        var problem = JSON.readTree(answer.body());
        assertThat(problem.get("type").stringValue()).endsWith("invalid-request");
        assertThat(problem.at("/errors/0/pointer").stringValue())
                .as(answer.body())
                .isEqualTo(pointer);
        assertThat(problem.at("/errors/0/detail").stringValue()).isNotBlank();
    }

    /** An Accept header of two types is not for the shortcut. */
    @Test
    void answersOnTheShortcutAsOnTheLongWay() {
        var body = ServiceClient.searchBody("ES", "s-unheard-of");

        var shortcut = service.post("/v1/discounts/search", body);
        var longWay = service.post("/v1/discounts/search", body, "Accept", "application/json, text/plain");

        assertThat(shortcut.statusCode()).isEqualTo(200);
        assertThat(shortcut.body()).isEqualTo(longWay.body());
        assertThat(headersBut(shortcut)).isEqualTo(headersBut(longWay));
    }

    /** All headers but those that differ from one request to the next. */
    private static Map<String, List<String>> headersBut(HttpResponse<String> answer) {
        var headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeAll(Set.of("x-request-id", "traceresponse", "date"));
        return headers;
    }

    @Test
    void refusesDepthAlsoInFieldsItIgnores() {
        var deep = with("\"ignored\":" + "[".repeat(10_000) + "]".repeat(10_000));

        assertThat(service.post("/v1/discounts/search", deep).statusCode()).isEqualTo(400);
    }

    @Test
    void refusesTenMegabytes() {
        var large = with("\"ignored\":\"" + "x".repeat(10_000_000) + "\"");

        assertThat(service.post("/v1/discounts/search", large).statusCode()).isEqualTo(413);
    }

    @Test
    void answersUnknownStoresAndUnknownFields() {
        var answer = service.post("/v1/discounts/search", with("\"newField\":{\"a\":1}"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).at("/stores/0/discountIds").size())
                .isZero();
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
    }

    private static String with(String member) {
        return "{\"region\":\"AQ\",\"storeIds\":[\"api-1\"]," + member + "}";
    }

    private static String[] stores(int count) {
        return Stream.iterate(0, i -> i + 1).limit(count).map(i -> "s-" + i).toArray(String[]::new);
    }
}
