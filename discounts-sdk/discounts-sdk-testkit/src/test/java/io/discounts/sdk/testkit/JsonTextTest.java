package io.discounts.sdk.testkit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JsonTextTest {
    @Test
    void readsEveryKindOfValue() {
        var members = JsonText.read("""
                        {"text":"ü","whole":42,"decimal":12.50,"yes":true,"no":false,"none":null,
                         "list":[1,"two",[3]],"object":{"a":{}}}""").members();

        assertThat(members)
                .containsEntry("text", "ü")
                .containsEntry("whole", 42L)
                .containsEntry("decimal", new BigDecimal("12.50"))
                .containsEntry("yes", true)
                .containsEntry("no", false)
                .containsEntry("list", List.of(1L, "two", List.of(3L)))
                .containsEntry("object", Map.of("a", Map.of()))
                .doesNotContainKey("none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"a \\\"quoted\\\" line\\n\"}",
                "{\"z\":1,\"a\":2,\"m\":3}",
                "{\"decimal\":12.50,\"long\":9007199254740993}",
                "{\"list\":[1,[],{}],\"yes\":true}",
                "{}"
            })
    void writesWhatItHasReadInTheSameOrder(String text) {
        assertThat(JsonText.write(JsonText.read(text).members())).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "42", "nonsense", "{\"a\":", "{\"a\" 1}", "{\"a\":1e}"})
    void refusesWhatIsNoObject(String text) {
        assertThatExceptionOfType(InvalidRequest.class).isThrownBy(() -> JsonText.read(text));
    }

    @Test
    void keepsTheOrderOfMembers() {
        var object = JsonText.object("z", 1L, "a", 2L);
        object.put("m", 3L);

        assertThat(JsonText.write(object)).isEqualTo("{\"z\":1,\"a\":2,\"m\":3}");
    }
}
