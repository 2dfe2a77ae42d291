package io.discounts.service.redemption;

import java.time.Clock;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Names a redemption: 32 hexadecimal digits that nobody guesses. They begin with the time, so that new ones stand side by
 * side in an index.
 */
public record RedemptionId(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");
    private static final int TIME_DIGITS = 12;
    private static final int RANDOM_DIGITS = 4;

    public RedemptionId {
        if (!isRedemptionId(value)) {
            throw new IllegalArgumentException("a redemption's id has 32 hexadecimal digits");
        }
    }

    public static boolean isRedemptionId(String value) {
        return FORM.matcher(value).matches();
    }

    static RedemptionId next(Clock clock, RandomGenerator random) {
        var hex = HexFormat.of();
        return new RedemptionId(hex.toHexDigits(clock.millis(), TIME_DIGITS)
                + hex.toHexDigits(random.nextLong(), RANDOM_DIGITS)
                + hex.toHexDigits(random.nextLong()));
    }

    @Override
    public String toString() {
        return value;
    }
}
