package io.discounts.service.discount;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PercentTest {
    @Property
    void isExactInBothDirections(@ForAll @IntRange(max = Percent.FULL_HUNDREDTHS) int hundredths) {
        var percent = new Percent(hundredths);

        assertThat(Percent.of(percent.toDecimal())).isEqualTo(percent);
        assertThat(percent.toDecimal()).isEqualByComparingTo(BigDecimal.valueOf(hundredths, 2));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.01, 1", "12.5, 1250", "12.50, 1250", "20, 2000", "2E+1, 2000", "33.330, 3333", "100, 10000"})
    void readsAtMostTwoDecimals(BigDecimal written, int hundredths) {
        assertThat(Percent.of(written)).isEqualTo(new Percent(hundredths));
    }

    @ParameterizedTest
    @CsvSource({"2000, 20", "1250, 12.5", "1, 0.01", "10000, 100", "0, 0"})
    void writesNoTrailingZeros(int hundredths, String written) {
        assertThat(new Percent(hundredths).toDecimal().toPlainString()).isEqualTo(written);
        assertThat(new Percent(hundredths).toDecimal()).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "100.01", "0.001", "33.333", "1e99999", "1e-99999", "-1e99999"})
    void refusesWhatIsNoPercentage(BigDecimal written) {
        assertThatIllegalArgumentException().isThrownBy(() -> Percent.of(written));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10_001})
    void refusesHundredthsOutOfRange(int hundredths) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Percent(hundredths));
    }
}
