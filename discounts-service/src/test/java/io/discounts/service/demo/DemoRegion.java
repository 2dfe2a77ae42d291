package io.discounts.service.demo;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A country of the demo.
 *
 * @param code ISO 3166-1 alpha-2
 * @param currency ISO 4217
 * @param oneEuro a round amount of minor units that buys about as much as a euro
 * @param timezone of its schedules
 * @param cities the largest first
 * @param weight how much of the marketplace is here, relative to the others
 */
record DemoRegion(String code, String currency, int oneEuro, String timezone, List<String> cities, int weight) {
    static final List<DemoRegion> ALL = List.of(
            region("ES", "EUR", 100, "Europe/Madrid", 40, "MAD", "BCN", "VLC", "SVQ", "BIO", "AGP"),
            region("IT", "EUR", 100, "Europe/Rome", 28, "MIL", "ROM", "NAP", "TRN", "BLQ"),
            region("FR", "EUR", 100, "Europe/Paris", 24, "PAR", "LYS", "MRS", "TLS"),
            region("PL", "PLN", 400, "Europe/Warsaw", 20, "WAW", "KRK", "WRO", "GDN"),
            region("RO", "RON", 500, "Europe/Bucharest", 18, "BUH", "CLJ", "TSR", "IAS"),
            region("PT", "EUR", 100, "Europe/Lisbon", 16, "LIS", "OPO", "FAO"),
            region("UA", "UAH", 5_000, "Europe/Kyiv", 16, "KBP", "LWO", "ODS", "DNK"),
            region("GB", "GBP", 100, "Europe/London", 14, "LON", "MAN", "BHX", "EDI"),
            region("GE", "GEL", 300, "Asia/Tbilisi", 12, "TBS", "BUS", "KUT"),
            region("KZ", "KZT", 50_000, "Asia/Almaty", 12, "ALA", "NQZ", "CIT"),
            region("MA", "MAD", 1_000, "Africa/Casablanca", 10, "CAS", "RBA", "RAK"),
            region("NG", "NGN", 150_000, "Africa/Lagos", 10, "LOS", "ABV", "IBA"),
            region("KE", "KES", 15_000, "Africa/Nairobi", 9, "NBO", "MBA"),
            region("HR", "EUR", 100, "Europe/Zagreb", 9, "ZAG", "SPU", "RJK"),
            region("BG", "EUR", 100, "Europe/Sofia", 9, "SOF", "PDV", "VAR"),
            region("RS", "RSD", 10_000, "Europe/Belgrade", 8, "BEG", "QND", "INI"),
            region("JP", "JPY", 150, "Asia/Tokyo", 8, "TYO", "OSA"),
            region("CI", "XOF", 600, "Africa/Abidjan", 7, "ABJ", "BYK"),
            region("TN", "TND", 3_000, "Africa/Tunis", 6, "TUN", "SFA"),
            region("UG", "UGX", 4_000, "Africa/Kampala", 6, "KLA", "EBB"),
            region("SI", "EUR", 100, "Europe/Ljubljana", 5, "LJU", "MBX"),
            region("BA", "BAM", 200, "Europe/Sarajevo", 5, "SJJ", "BNX"),
            region("MD", "MDL", 2_000, "Europe/Chisinau", 4, "RMO", "BZY"),
            region("AM", "AMD", 40_000, "Asia/Yerevan", 4, "EVN", "LWN"),
            region("ME", "EUR", 100, "Europe/Podgorica", 3, "TGD", "TIV"));

    /** An amount in minor units that is round here, for so many tenths of a euro. */
    long minor(int tenths) {
        return (long) tenths * oneEuro / 10;
    }

    /** An amount as a label would print it: {@code 4.50 EUR}, {@code 700 JPY}. */
    String printed(long minor) {
        var digits = Currency.getInstance(currency).getDefaultFractionDigits();
        var amount = BigDecimal.valueOf(minor, digits);
        var whole = amount.stripTrailingZeros().scale() <= 0;
        return (whole ? amount.toBigInteger().toString() : amount.toPlainString()) + " " + currency;
    }

    /** Every region as often as its weight says. */
    static List<DemoRegion> weighted() {
        return ALL.stream()
                .flatMap(region -> IntStream.range(0, region.weight).mapToObj(ignored -> region))
                .toList();
    }

    private static DemoRegion region(
            String code, String currency, int oneEuro, String timezone, int weight, String... cities) {
        return new DemoRegion(code, currency, oneEuro, timezone, List.of(cities), weight);
    }
}
