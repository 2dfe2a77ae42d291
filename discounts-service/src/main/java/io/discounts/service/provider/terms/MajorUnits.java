package io.discounts.service.provider.terms;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.discounts.service.discount.Money;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * Decimal amounts of one currency, such as 4.50 EUR, 700 JPY or 1.250 KWD, turned into minor units exactly: what does not
 * fit the currency is refused, never rounded.
 */
public record MajorUnits(Currency currency) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MajorUnits {
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException("must be a currency that has coins, such as EUR");
        }
    }

    /**
     * The amount in minor units.
     *
     * @param pointer where the amount stands, for the refusal
     * @throws RefusedValueException if it has more decimals than the currency, is negative or beyond any basket
     */
    public Money minor(String pointer, BigDecimal amount) {
        int digits = currency.getDefaultFractionDigits();
        // 4.500 is 4.5, however it is written.
        if (amount.stripTrailingZeros().scale() > digits) {
            throw new RefusedValueException(
                    pointer, "must have at most " + digits + " decimals, as " + currency.getCurrencyCode() + " has");
        }
        try {
            return new Money(amount.movePointRight(digits).longValueExact());
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new RefusedValueException(pointer, "must be from 0 to 10^15 minor units");
        }
    }

    /** The amount in minor units, or null if there is none. */
    public @Nullable Money minorIfAny(String pointer, @Nullable BigDecimal amount) {
        return amount == null ? null : minor(pointer, amount);
    }
}
