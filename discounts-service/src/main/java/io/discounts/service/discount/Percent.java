package io.discounts.service.discount;

import java.math.BigDecimal;

/**
 * A share from 0 to 100 percent with at most two decimals, held exactly.
 *
 * @param hundredths the percentage in hundredths of a percent: 12.5 % is 1250
 */
public record Percent(int hundredths) {
    public static final int FULL_HUNDREDTHS = 100_00;
    public static final Percent FULL = new Percent(FULL_HUNDREDTHS);

    public Percent {
        Checks.check(hundredths >= 0 && hundredths <= FULL_HUNDREDTHS, "a percentage must be from 0 to 100");
    }

    /** Reads a decimal number of percent, such as 12.5. */
    public static Percent of(BigDecimal percent) {
        var shortened = percent.stripTrailingZeros();
        Checks.check(shortened.scale() <= 2, "a percentage has at most two decimals");
        Checks.check(
                shortened.signum() >= 0 && shortened.compareTo(BigDecimal.valueOf(100)) <= 0,
                "a percentage must be from 0 to 100");
        return new Percent(shortened.movePointRight(2).intValueExact());
    }

    /** The decimal number of percent, without trailing zeros. */
    public BigDecimal toDecimal() {
        var decimal = BigDecimal.valueOf(hundredths, 2).stripTrailingZeros();
        return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
    }
}
