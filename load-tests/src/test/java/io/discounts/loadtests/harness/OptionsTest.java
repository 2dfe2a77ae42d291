package io.discounts.loadtests.harness;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OptionsTest {
    @Test
    void givesWhatWasGivenAndElseTheDefault() {
        var options = Options.of(List.of("events=1000"));

        assertThat(options.number("events", 5)).isEqualTo(1_000);
        assertThat(options.number("seed", 42)).isEqualTo(42);
        assertThatCode(options::requireNoOthers).doesNotThrowAnyException();
    }

    @Test
    void givesTextAndWhatHasNoDefault() {
        var options = Options.of(List.of("format=native", "batch=500"));

        assertThat(options.text("format", "ndjson")).isEqualTo("native");
        assertThat(options.text("folder", "here")).isEqualTo("here");
        assertThat(options.given("batch")).contains("500");
        assertThat(options.given("workers")).isEmpty();
        assertThatCode(options::requireNoOthers).doesNotThrowAnyException();
    }

    @Test
    void refusesWhatNobodyAskedFor() {
        var options = Options.of(List.of("evnts=1000"));
        var unused = options.number("events", 5);

        assertThatIllegalArgumentException()
                .isThrownBy(options::requireNoOthers)
                .withMessageContaining("evnts");
    }

    @Test
    void refusesWhatHasNoValue() {
        assertThatIllegalArgumentException().isThrownBy(() -> Options.of(List.of("events")));
    }
}
