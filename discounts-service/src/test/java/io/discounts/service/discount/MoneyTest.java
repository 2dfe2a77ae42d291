package io.discounts.service.discount;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MoneyTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 1_000_000_000_000_000L})
    void reachesFromNothingToTenToTheFifteenth(long minorUnits) {
        assertThat(new Money(minorUnits).minorUnits()).isEqualTo(minorUnits);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1_000_000_000_000_001L, Long.MIN_VALUE, Long.MAX_VALUE})
    void reachesNoFurther(long minorUnits) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(minorUnits));
    }

    @Test
    void comparesByAmount() {
        assertThat(new Money(9)).isLessThan(new Money(10)).isEqualByComparingTo(new Money(9));
        assertThat(new Money(0).isZero()).isTrue();
        assertThat(new Money(1).isZero()).isFalse();
    }
}
