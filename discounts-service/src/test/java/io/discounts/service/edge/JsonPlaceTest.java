package io.discounts.service.edge;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class JsonPlaceTest {
    private static final JsonMapper JSON = StrictJson.from(JsonMapper.shared());
    private static final TypeReference<Map<String, Map<String, Integer>>> NUMBERS_BY_NAME = new TypeReference<>() {};

    /** Whatever a client calls its fields, the place that is given back is a pointer, plain, and not long. */
    @Property(tries = 300)
    void givesBackAPlainPointerWhateverTheNamesAre(
            @ForAll @StringLength(max = 200) String outer, @ForAll @StringLength(max = 200) String inner) {
        var place = JsonPlace.of(refused(JSON.writeValueAsString(Map.of(outer, Map.of(inner, "no number")))));

        assertThat(new Violation(place, "is wrong").pointer()).isEqualTo(place);
        assertThat(place.split("/", -1)).hasSize(3);
        assertThat(place).hasSizeLessThan(2 * (1 + 2 * 64) + 1);
        assertThat(place.codePoints().filter(character -> !isPlain(character))).isEmpty();
    }

    @Property(tries = 100)
    void finishesWithANameThatIsThereTwice(@ForAll @StringLength(max = 200) String name) {
        var field = JSON.writeValueAsString(name) + ":1";

        var place = JsonPlace.of(refused("{\"outer\":{%s,%s}}".formatted(field, field)));

        assertThat(place).startsWith("/outer/");
        assertThat(place.split("/", -1)).hasSize(3);
    }

    private static boolean isPlain(int character) {
        return Character.isLetterOrDigit(character) || (character >= ' ' && character <= '~');
    }

    private static JacksonException refused(String json) {
        return catchThrowableOfType(JacksonException.class, () -> JSON.readValue(json, NUMBERS_BY_NAME));
    }
}
