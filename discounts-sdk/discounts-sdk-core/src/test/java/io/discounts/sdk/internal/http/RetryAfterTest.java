package io.discounts.sdk.internal.http;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import static org.assertj.core.api.Assertions.assertThat;

class RetryAfterTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({"0, PT0S", "7, PT7S", "' 120 ', PT2M", "999999999, PT999999999S"})
    void readsSeconds(String value, Duration expected) {
        assertThat(RetryAfter.parse(value, CLOCK)).contains(expected);
    }

    @Test
    void readsADate() {
        assertThat(RetryAfter.parse("Sun, 22 Nov 2026 12:00:30 GMT", CLOCK)).contains(Duration.ofSeconds(30));
    }

    @Test
    void takesADateThatHasPassedForNow() {
        assertThat(RetryAfter.parse("Sun, 22 Nov 2026 11:00:00 GMT", CLOCK)).contains(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "99999999999999999999", "2026-11-22T12:00:30Z"})
    void knowsNothingElse(String value) {
        assertThat(RetryAfter.parse(value, CLOCK)).isEmpty();
    }
}
