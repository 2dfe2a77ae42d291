package io.discounts.service.demo;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class DemoRegionTest {
    @ParameterizedTest
    @FieldSource("io.discounts.service.demo.DemoRegion#ALL")
    void isACountryWithItsMoneyAndTime(DemoRegion region) {
        assertThat(Set.of(Locale.getISOCountries())).contains(region.code());
        assertThat(Currency.getInstance(Locale.of("", region.code())).getCurrencyCode())
                .isEqualTo(region.currency());
        assertThat(ZoneId.getAvailableZoneIds()).contains(region.timezone());
        assertThat(region.cities()).isNotEmpty().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"ES,450,4.50 EUR", "ES,400,4 EUR", "JP,700,700 JPY", "TN,1500,1.500 TND"})
    void printsMoneyAsALabelDoes(String code, long minor, String printed) {
        var region = DemoRegion.ALL.stream()
                .filter(candidate -> candidate.code().equals(code))
                .findFirst()
                .orElseThrow();

        assertThat(region.printed(minor)).isEqualTo(printed);
    }
}
