package io.discounts.service.discount;

/**
 * An amount in minor units (cents) of the one currency that its discount or basket names, from 0 to 10<sup>15</sup>: the
 * bound leaves room for exact arithmetic in {@code long} and is far beyond any basket.
 */
public record Money(long minorUnits) implements Comparable<Money> {
    public static final long MAX_MINOR_UNITS = 1_000_000_000_000_000L;

    public Money {
        Checks.check(minorUnits >= 0 && minorUnits <= MAX_MINOR_UNITS, "an amount must be from 0 to 10^15 minor units");
    }

    public boolean isZero() {
        return minorUnits == 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minorUnits, other.minorUnits);
    }
}
