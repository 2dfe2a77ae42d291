package io.discounts.sdk.testkit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** What a {@link FakeDiscount} takes off the whole basket. */
sealed interface Saving {
    /** In minor units, rounded half up, once. */
    long of(long base);

    /** As the contract writes the effect. */
    Map<String, Object> effect();

    record Percent(BigDecimal percent) implements Saving {
        private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

        public Percent {
            if (percent.signum() <= 0 || percent.compareTo(HUNDRED) > 0 || percent.scale() > 2) {
                throw new IllegalArgumentException("a percentage above 0, at most 100, with at most two decimals");
            }
        }

        @Override
        public long of(long base) {
            return BigDecimal.valueOf(base)
                    .multiply(percent)
                    .divide(HUNDRED, 0, RoundingMode.HALF_UP)
                    .longValueExact();
        }

        @Override
        public Map<String, Object> effect() {
            return JsonText.object("type", "percentage_off", "percent", percent);
        }
    }

    record Amount(long amount) implements Saving {
        public Amount {
            if (amount < 1) {
                throw new IllegalArgumentException("an amount of 1 at least");
            }
        }

        @Override
        public long of(long base) {
            return Math.min(amount, base);
        }

        @Override
        public Map<String, Object> effect() {
            return JsonText.object("type", "amount_off", "amount", amount);
        }
    }
}
