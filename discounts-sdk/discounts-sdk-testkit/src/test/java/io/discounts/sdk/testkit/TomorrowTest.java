package io.discounts.sdk.testkit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TomorrowTest {
    @Test
    void changesEnumeratedValuesHoweverDeep() {
        assertThat(Tomorrow.valuesIn("{\"a\":[{\"effect\":{\"type\":\"percentage_off\",\"percent\":20}}]}"))
                .isEqualTo("{\"a\":[{\"effect\":{\"type\":\"tomorrow_percentage_off\",\"percent\":20}}]}");
        assertThat(Tomorrow.valuesIn("{\"status\":\"HELD\"}")).isEqualTo("{\"status\":\"tomorrow_HELD\"}");
        assertThat(Tomorrow.valuesIn("{\"reasons\":[{\"rule\":\"r\",\"code\":\"c\"}]}"))
                .isEqualTo("{\"reasons\":[{\"rule\":\"tomorrow_r\",\"code\":\"tomorrow_c\"}]}");
    }

    @Test
    void leavesTheRestAsItIs() {
        var json = "{\"label\":\"type\",\"list\":[1,\"status\",true],\"status\":409,\"stale\":false}";

        assertThat(Tomorrow.valuesIn(json)).isEqualTo(json);
    }

    @Test
    void looksIntoAnEnumeratedNameThatHoldsAnObject() {
        assertThat(Tomorrow.valuesIn("{\"target\":{\"type\":\"items\",\"categories\":[\"pizza\"]}}"))
                .isEqualTo("{\"target\":{\"type\":\"tomorrow_items\",\"categories\":[\"pizza\"]}}");
    }
}
