package io.discounts.service.discount;

import java.util.Locale;
import java.util.Set;

/** The partition key of everything: an ISO 3166-1 alpha-2 country code in capitals, such as {@code ES}. */
public record Region(String code) implements Comparable<Region> {
    private static final Set<String> ISO_3166 = Set.of(Locale.getISOCountries());

    public Region {
        Checks.check(isRegion(code), "region must be an ISO 3166-1 alpha-2 country code");
    }

    public static boolean isRegion(String code) {
        return ISO_3166.contains(code);
    }

    @Override
    public int compareTo(Region other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
