package io.discounts.sdk.testkit;

import org.junit.jupiter.api.Test;

import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JsonObjectTest {
    private final JsonObject object = JsonText.read("""
            {"text":"a","number":7,"at":"2026-11-25T12:00:00Z","texts":["a","b"],"none":[],
             "object":{"inner":"i"},"objects":[{"n":1},{"n":2}]}""");

    @Test
    void givesWhatIsThere() {
        assertThat(object.text("text")).isEqualTo("a");
        assertThat(object.number("number")).isEqualTo(7);
        assertThat(object.number("number", 9)).isEqualTo(7);
        assertThat(object.instant("at")).isEqualTo(Instant.parse("2026-11-25T12:00:00Z"));
        assertThat(object.texts("texts")).containsExactly("a", "b");
        assertThat(object.object("object").text("inner")).isEqualTo("i");
        assertThat(object.objects("objects"))
                .extracting(each -> each.number("n"))
                .containsExactly(1L, 2L);
    }

    @Test
    void knowsWhatMayBeAbsent() {
        assertThat(object.number("absent", 9)).isEqualTo(9);
        assertThat(object.instant("absent")).isNull();
    }

    @Test
    void refusesWhatIsAbsent() {
        refuses(() -> object.text("absent"), "absent");
        refuses(() -> object.number("absent"), "absent");
        refuses(() -> object.texts("absent"), "absent");
        refuses(() -> object.object("absent"), "absent");
    }

    @Test
    void refusesWhatIsOfAnotherType() {
        refuses(() -> object.text("number"), "number");
        refuses(() -> object.number("text"), "text");
        refuses(() -> object.number("text", 9), "text");
        refuses(() -> object.instant("text"), "text");
        refuses(() -> object.object("text"), "text");
        refuses(() -> object.objects("texts"), "texts");
    }

    @Test
    void refusesEmptyLists() {
        refuses(() -> object.texts("none"), "none");
    }

    private static void refuses(Runnable reading, String name) {
        assertThatExceptionOfType(InvalidRequest.class).isThrownBy(reading::run).withMessageContaining(name);
    }
}
