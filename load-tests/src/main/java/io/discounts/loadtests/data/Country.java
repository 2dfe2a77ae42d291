package io.discounts.loadtests.data;

import io.discounts.service.discount.Money;
import io.discounts.service.discount.Region;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/**
 * A country of the marketplace.
 *
 * @param oneEuro a round amount of minor units that buys about as much as a euro
 * @param weight how much of the marketplace is here, relative to the others
 */
record Country(Region region, Currency currency, int oneEuro, ZoneId timezone, int weight) {
    static final List<Country> ALL = List.of(
            country("ES", "EUR", 100, "Europe/Madrid", 40),
            country("IT", "EUR", 100, "Europe/Rome", 28),
            country("FR", "EUR", 100, "Europe/Paris", 24),
            country("PL", "PLN", 400, "Europe/Warsaw", 20),
            country("RO", "RON", 500, "Europe/Bucharest", 18),
            country("PT", "EUR", 100, "Europe/Lisbon", 16),
            country("UA", "UAH", 5_000, "Europe/Kyiv", 16),
            country("GB", "GBP", 100, "Europe/London", 14),
            country("GE", "GEL", 300, "Asia/Tbilisi", 12),
            country("KZ", "KZT", 50_000, "Asia/Almaty", 12),
            country("MA", "MAD", 1_000, "Africa/Casablanca", 10),
            country("NG", "NGN", 150_000, "Africa/Lagos", 10),
            country("KE", "KES", 15_000, "Africa/Nairobi", 9),
            country("HR", "EUR", 100, "Europe/Zagreb", 9),
            country("BG", "EUR", 100, "Europe/Sofia", 9),
            country("RS", "RSD", 10_000, "Europe/Belgrade", 8),
            country("JP", "JPY", 150, "Asia/Tokyo", 8),
            country("CI", "XOF", 600, "Africa/Abidjan", 7),
            country("TN", "TND", 3_000, "Africa/Tunis", 6),
            country("UG", "UGX", 4_000, "Africa/Kampala", 6),
            country("SI", "EUR", 100, "Europe/Ljubljana", 5),
            country("BA", "BAM", 200, "Europe/Sarajevo", 5),
            country("MD", "MDL", 2_000, "Europe/Chisinau", 4),
            country("AM", "AMD", 40_000, "Asia/Yerevan", 4),
            country("KW", "KWD", 300, "Asia/Kuwait", 3));

    /** An amount that is round here, for so many tenths of a euro. */
    Money tenths(int tenths) {
        return new Money((long) tenths * oneEuro / 10);
    }

    /** In the currency's major unit, as people write it. */
    BigDecimal major(Money money) {
        return BigDecimal.valueOf(money.minorUnits(), currency.getDefaultFractionDigits());
    }

    /** As identifiers have it. */
    String lowerCase() {
        return region.code().toLowerCase(Locale.ROOT);
    }

    private static Country country(String code, String currency, int oneEuro, String timezone, int weight) {
        return new Country(new Region(code), Currency.getInstance(currency), oneEuro, ZoneId.of(timezone), weight);
    }
}
