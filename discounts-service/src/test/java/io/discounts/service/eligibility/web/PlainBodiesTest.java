package io.discounts.service.eligibility.web;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is read here is read as the JSON mapper reads it. */
class PlainBodiesTest {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final String EVERYTHING = """
            {"region":"ES","storeId":"s-1","customer":{"id":"c-1","segments":["prime","vip"],"orderCount":3},
             "context":{"platform":"ios","fulfilment":"delivery","paymentMethod":"card"},
             "basket":{"currency":"EUR","deliveryFee":290,"serviceFee":100,"items":[
               {"lineId":"l1","productId":"p1","categories":["pizza"],"quantity":2,"unitPrice":950}]},
             "at":"2026-11-22T12:00:00Z"}""";

    @Test
    void readsASearch() {
        var read = PlainBodies.search(bytes("""
                {"region":"ES","storeIds":["s-1","s-2"],"customer":{"id":"ñ","segments":[],"orderCount":0},"at":null}"""));

        assertThat(read)
                .contains(new SearchBody("ES", List.of("s-1", "s-2"), new CustomerBody("ñ", List.of(), 0), null, null));
    }

    @Test
    void readsACheckout() {
        assertThat(PlainBodies.evaluate(bytes(EVERYTHING))).contains(MAPPER.readValue(EVERYTHING, EvaluateBody.class));
    }

    @Test
    void readsWhatIsMissingForTheChecksToName() {
        assertThat(PlainBodies.search(bytes("{\"storeIds\":[null]}")))
                .contains(new SearchBody(null, Arrays.asList((String) null), null, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"region\":\"ES\"",
                "{\"region\":\"ES\"} {}",
                "{\"region\":\"ES\",\"region\":\"ES\"}",
                "{\"region\":\"ES\",\"new\":1}",
                "{\"region\":1}",
                "{\"storeIds\":\"s-1\"}",
                "{\"storeIds\":[1]}",
                "{\"storeIds\":[[\"s-1\"]]}",
                "{\"customer\":[]}",
                "{\"customer\":{\"orderCount\":1.0}}",
                "{\"customer\":{\"orderCount\":\"1\"}}",
                "{\"customer\":{\"orderCount\":2147483648}}",
                "{\"customer\":{\"new\":1}}",
                "{\"region\":\"\uD800\"}"
            })
    void leavesToTheMapperWhatIsNotPlain(String document) {
        assertThat(PlainBodies.search(bytes(document.replace('\uD800', '\u0001'))))
                .isEmpty();
    }

    @Property(tries = 500)
    void readsNothingThatTheMapperReadsOtherwise(@ForAll("documents") String document) {
        PlainBodies.search(bytes(document))
                .ifPresent(read -> assertThat(read).isEqualTo(MAPPER.readValue(document, SearchBody.class)));
        PlainBodies.evaluate(bytes(document))
                .ifPresent(read -> assertThat(read).isEqualTo(MAPPER.readValue(document, EvaluateBody.class)));
    }

    /** Documented names with values that may or may not be of their type. */
    @Provide
    Arbitrary<String> documents() {
        var names = Arbitraries.of(
                "region",
                "storeIds",
                "storeId",
                "customer",
                "context",
                "basket",
                "at",
                "id",
                "segments",
                "orderCount",
                "platform",
                "currency",
                "items",
                "deliveryFee",
                "lineId",
                "quantity",
                "unitPrice",
                "categories");
        var leaf = Arbitraries.of(
                "null", "\"ES\"", "\"a\\u00e9\"", "1", "-3", "1.5", "true", "[]", "{}", "[\"x\",null]", "99999999999");
        var inner = object(names, leaf);
        var middle = object(names, Arbitraries.oneOf(leaf, inner, inner.map(one -> "[" + one + "]")));
        return object(names, Arbitraries.oneOf(leaf, inner, middle));
    }

    private static Arbitrary<String> object(Arbitrary<String> names, Arbitrary<String> values) {
        var member = Combinators.combine(names, values).as((name, value) -> "\"" + name + "\":" + value);
        return member.list().ofMaxSize(4).map(members -> "{" + String.join(",", members) + "}");
    }

    private static byte[] bytes(String document) {
        return document.getBytes(StandardCharsets.UTF_8);
    }
}
