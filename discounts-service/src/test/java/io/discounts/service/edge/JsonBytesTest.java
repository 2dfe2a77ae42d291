package io.discounts.service.edge;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JsonBytesTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void putsCommasWhereTheyAreDueAndNowhereElse() {
        var json = new JsonBytes(1);

        json.beginObject();
        json.beginArray("none");
        json.endArray();
        json.beginArray("some");
        json.value("a");
        json.value(1);
        json.beginObject();
        json.endObject();
        json.beginObject();
        json.property("b", true);
        json.property("c", false);
        json.endObject();
        json.beginArray();
        json.endArray();
        json.endArray();
        json.beginObject("object");
        json.property("d", "{");
        json.property("e", "[");
        json.property("f", ":");
        json.endObject();
        json.name("raw");
        json.json("{}");
        json.property("last", 0);
        json.endObject();

        assertThat(json).hasToString("""
                {"none":[],"some":["a",1,{},{"b":true,"c":false},[]],\
                "object":{"d":"{","e":"[","f":":"},"raw":{},"last":0}""");
    }

    @Test
    void takesWhatIsRenderedAlready() {
        var json = new JsonBytes(0);

        json.beginArray();
        for (var rendered : List.of("1", "{}")) {
            json.next();
            json.write(rendered.getBytes(StandardCharsets.US_ASCII));
        }
        json.endArray();

        assertThat(json).hasToString("[1,{}]");
        assertThat(json.size()).isEqualTo(6);
        assertThat(json.toByteArray()).asString(StandardCharsets.UTF_8).isEqualTo("[1,{}]");
    }

    @Property(tries = 50)
    void writesALargeAnswerInPieces(@ForAll @Size(min = 40, max = 60) List<@From("texts") String> texts)
            throws IOException {
        var values = texts.stream().map(text -> text.repeat(500)).toList();
        var json = new JsonBytes(7);

        json.beginArray();
        values.forEach(json::value);
        json.endArray();
        var written = new ByteArrayOutputStream();
        json.writeTo(written);

        var expected = JSON.writeValueAsBytes(values);
        assertThat(json.size()).isEqualTo(expected.length);
        assertThat(json.toByteArray()).isEqualTo(expected);
        assertThat(written.toByteArray()).isEqualTo(expected);
    }

    @Property
    void writesATextInPartsAsInOne(@ForAll("texts") String some, @ForAll("texts") String others, @ForAll long number) {
        var json = new JsonBytes(0);

        json.beginArray();
        json.beginText();
        json.text(some);
        json.plain("and");
        json.number(number);
        json.text(others);
        json.endText();
        json.value("another");
        json.endArray();

        assertThat(json.toByteArray())
                .isEqualTo(JSON.writeValueAsBytes(List.of(some + "and" + number + others, "another")));
    }

    @Test
    void writesPlainTextsAsTheyAre() {
        var json = new JsonBytes(0);

        json.beginObject();
        json.plainProperty("code", "no_saving");
        json.plainProperty("at", "");
        json.endObject();

        assertThat(json).hasToString("{\"code\":\"no_saving\",\"at\":\"\"}");
    }

    @Property
    void writesTextsAsJacksonDoes(@ForAll("texts") String text) {
        var json = new JsonBytes(0);

        json.value(text);

        assertThat(json.toByteArray()).isEqualTo(JSON.writeValueAsBytes(text));
    }

    @Provide
    static Arbitrary<String> texts() {
        var odd =
                Arbitraries.of("\"", "\\", "/", "\u0000", "\n", "\u001f", "\u007f", "\u0080", "ñ", "—", "🍕", "\u2028");
        var plain = Arbitraries.strings().ascii().ofMaxLength(5);
        return Arbitraries.oneOf(odd, plain).list().ofMaxSize(6).map(parts -> String.join("", parts));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9, 10, 99, 100, 123_456_789, Long.MAX_VALUE, -1, -10, Long.MIN_VALUE})
    void writesWholeNumbers(long number) {
        var json = new JsonBytes(0);

        json.value(number);

        assertThat(json).hasToString(Long.toString(number));
    }

    @Property
    void writesWholeNumbersAsTheyAre(@ForAll long number) {
        writesWholeNumbers(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83c", "a\udf55b"})
    void refusesHalfASurrogatePair(String half) {
        var json = new JsonBytes(0);

        assertThatThrownBy(() -> json.value(half)).isInstanceOf(IllegalArgumentException.class);
    }
}
