package io.discounts.service.discount.json;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KnownNamesTest {
    private final KnownNames<String> names = new KnownNames<>(name -> "made of " + name);

    @Test
    void makeOneValueOfAName() {
        assertThat(find("pizza")).isEqualTo("made of pizza").isSameAs(find("pizza"));
    }

    /** Many more than there are places. */
    @Test
    void tellNamesOfOnePlaceApart() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 20_000; i++) {
                assertThat(find("store-" + i)).isEqualTo("made of store-" + i);
            }
        }
    }

    /** Eight bytes at either end are compared as numbers, and what is between them if there is more. */
    @Test
    void tellNamesApartThatBeginAndEndAlike() {
        for (int length = 1; length < 40; length++) {
            for (int at = 0; at < length; at++) {
                var name = "a".repeat(at) + 'b' + "a".repeat(length - at - 1);
                assertThat(find(name)).isEqualTo("made of " + name);
            }
        }
    }

    @Test
    void keepNothingOfANameThatStandsForNothing() {
        var numbers = new KnownNames<>(Integer::valueOf);

        for (int round = 0; round < 2; round++) {
            assertThatThrownBy(() -> numbers.find(ascii("seven"), 0, 5)).isInstanceOf(NumberFormatException.class);
        }
    }

    private String find(String name) {
        var text = ascii("\"" + name + "\"");
        return names.find(text, 1, text.length - 1);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
