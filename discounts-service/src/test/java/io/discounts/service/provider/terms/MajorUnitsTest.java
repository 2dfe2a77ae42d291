package io.discounts.service.provider.terms;

import io.discounts.service.discount.Money;
import io.discounts.service.discount.fixtures.ArbitraryValues;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.util.Currency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MajorUnitsTest {
    @ParameterizedTest
    @CsvSource({
        "EUR, 4.5, 450",
        "EUR, 4.500, 450",
        "EUR, 0, 0",
        "EUR, 1e1, 1000",
        "EUR, 10000000000000, 1000000000000000",
        "JPY, 700, 700",
        "JPY, 700.0, 700",
        "KWD, 1.25, 1250",
        "KWD, 0.001, 1"
    })
    void countInMinorUnitsExactly(String currency, BigDecimal amount, long minor) {
        assertThat(of(currency).minor("/a", amount)).isEqualTo(new Money(minor));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EUR | 4.505              | must have at most 2 decimals, as EUR has",
                "JPY | 700.5              | must have at most 0 decimals, as JPY has",
                "KWD | 0.0001             | must have at most 3 decimals, as KWD has",
                "EUR | 1e-999999999       | must have at most 2 decimals, as EUR has",
                "EUR | -0.01              | must be from 0 to 10^15 minor units",
                "EUR | 10000000000000.01  | must be from 0 to 10^15 minor units",
                "EUR | 1e999999999        | must be from 0 to 10^15 minor units",
                "EUR | 1e2147483647       | must be from 0 to 10^15 minor units"
            })
    void refuseRatherThanRound(String currency, BigDecimal amount, String expected) {
        assertThatExceptionOfType(RefusedValueException.class)
                .isThrownBy(() -> of(currency).minor("/offer/price", amount))
                .withMessage(expected)
                .returns("/offer/price", RefusedValueException::pointer);
    }

    @Test
    void wantACurrencyThatIsPaidIn() {
        assertThatIllegalArgumentException().isThrownBy(() -> of("XAU"));
    }

    @Property(tries = 200)
    void loseNothing(@ForAll("currencies") Currency currency, @ForAll("amounts") Money money) {
        var major = BigDecimal.valueOf(money.minorUnits(), currency.getDefaultFractionDigits());

        assertThat(new MajorUnits(currency).minor("/a", major)).isEqualTo(money);
    }

    @Provide
    Arbitrary<Currency> currencies() {
        return Arbitraries.of(Currency.getAvailableCurrencies())
                .filter(currency -> currency.getDefaultFractionDigits() >= 0);
    }

    @Provide
    Arbitrary<Money> amounts() {
        return ArbitraryValues.amounts();
    }

    private static MajorUnits of(String currency) {
        return new MajorUnits(Currency.getInstance(currency));
    }
}
