package io.discounts.service.edge;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class CallerPatienceTest {
    @Test
    void isTheMillisecondsThatTheHeaderTells() {
        assertThat(CallerPatience.of("1")).isEqualTo(Duration.ofMillis(1));
        assertThat(CallerPatience.of("9999999")).isEqualTo(Duration.ofMillis(9_999_999));
    }

    @Test
    void isEndlessWhereNothingIsTold() {
        assertThat(CallerPatience.of(null)).isEqualTo(CallerPatience.ENDLESS);
    }

    @Test
    void runsOutFromWhenItBegan() {
        var request = new MockHttpServletRequest();

        assertThat(CallerPatience.left(request)).isEqualTo(CallerPatience.ENDLESS);
        CallerPatience.begin(request, CallerPatience.ENDLESS);
        assertThat(CallerPatience.left(request)).isEqualTo(CallerPatience.ENDLESS);
        CallerPatience.begin(request, Duration.ofMinutes(5));
        assertThat(CallerPatience.left(request))
                .isLessThan(Duration.ofMinutes(5))
                .isPositive();
    }

    @Test
    void isLessByWhatHasPassedAndNeverLessThanNothing() {
        assertThat(CallerPatience.after(Duration.ofMillis(5), Duration.ofMillis(2)))
                .isEqualTo(Duration.ofMillis(3));
        assertThat(CallerPatience.after(Duration.ofMillis(5), Duration.ofMillis(9)))
                .isZero();
        assertThat(CallerPatience.after(CallerPatience.ENDLESS, Duration.ofDays(1)))
                .isEqualTo(CallerPatience.ENDLESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-5", "1.5", "250ms", "10000000", "1\r\n", "١"})
    void isNothingElse(String header) {
        assertThat(CallerPatience.of(header)).isNull();
    }
}
