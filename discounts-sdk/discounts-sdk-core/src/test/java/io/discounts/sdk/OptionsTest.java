package io.discounts.sdk;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OptionsTest {
    private static final ClientOptions DEFAULTS = ClientOptions.DEFAULTS;
    private static final Duration SECOND = Duration.ofSeconds(1);

    static Stream<Supplier<Object>> impossible() {
        return Stream.of(
                () -> DEFAULTS.withBudget(Duration.ZERO),
                () -> DEFAULTS.withBudget(Duration.ofSeconds(-1)),
                () -> DEFAULTS.withLocalReserve(Duration.ofMillis(-1)),
                () -> DEFAULTS.withLongestPause(Duration.ZERO),
                () -> DEFAULTS.withMaxResponseBytes(0),
                () -> new ConcurrencyOptions(0, 1, 1, 1, 1),
                () -> new ConcurrencyOptions(1, 0, 1, 1, 1),
                () -> new ConcurrencyOptions(1, 1, 0, 1, 1),
                () -> new ConcurrencyOptions(1, 1, 1, 0, 1),
                () -> new ConcurrencyOptions(1, 1, 1, 1, 0),
                () -> new RetryOptions(-0.1, 1, null),
                () -> new RetryOptions(1.1, 1, null),
                () -> new RetryOptions(0.1, 0, null),
                () -> new HedgeOptions(Duration.ZERO, 1),
                () -> new HedgeOptions(SECOND, 0),
                () -> new BreakerOptions(0, 1, 50, SECOND, 1, SECOND),
                () -> new BreakerOptions(10, 11, 50, SECOND, 1, SECOND),
                () -> new BreakerOptions(10, 10, 0, SECOND, 1, SECOND),
                () -> new BreakerOptions(10, 10, 101, SECOND, 1, SECOND),
                () -> new BreakerOptions(10, 10, 50, Duration.ZERO, 1, SECOND),
                () -> new BreakerOptions(10, 10, 50, SECOND, 0, SECOND),
                () -> new BreakerOptions(10, 10, 50, SECOND, 1, Duration.ZERO));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void refusesWhatCannotWork(Supplier<Object> options) {
        assertThatThrownBy(options::get).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void changesOneOptionAtATime() {
        var concurrency = new ConcurrencyOptions(1, 2, 3, 4, 5);
        var breaker = new BreakerOptions(5, 5, 10, SECOND, 1, SECOND);
        var retries = RetryOptions.DEFAULTS.with(new HedgeOptions(SECOND, 1));

        var changed = DEFAULTS.withBudget(SECOND)
                .withLocalReserve(Duration.ofMillis(2))
                .with(concurrency)
                .with(breaker)
                .with(retries)
                .withLongestPause(Duration.ofSeconds(3))
                .withMaxResponseBytes(4);

        assertThat(changed)
                .isEqualTo(new ClientOptions(
                        SECOND, Duration.ofMillis(2), concurrency, breaker, retries, Duration.ofSeconds(3), 4));
    }

    @Test
    void theServiceGetsTheBudgetWithoutTheLocalReserveAndAtLeastHalf() {
        assertThat(DEFAULTS.remoteBudget(Duration.ofMillis(250))).isEqualTo(Duration.ofMillis(200));
        assertThat(DEFAULTS.remoteBudget(Duration.ofMillis(60))).isEqualTo(Duration.ofMillis(30));
    }
}
