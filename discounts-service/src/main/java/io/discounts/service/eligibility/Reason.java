package io.discounts.service.eligibility;

import org.jspecify.annotations.Nullable;

/**
 * One reason why a discount is not applied.
 *
 * @param rule the type of the rule that failed, or {@link #CURRENCY}, {@link #TARGET}, {@link #LIMITS}, {@link #STACKING}
 * @param required what was asked for, where that can be told
 * @param actual what was found, where that is known
 */
public record Reason(
        String rule,
        ReasonCode code,
        @Nullable Told required,
        @Nullable Told actual) {
    public static final String CURRENCY = "currency";
    public static final String TARGET = "target";
    public static final String LIMITS = "limits";
    public static final String STACKING = "stacking";

    Reason(String rule, ReasonCode code) {
        this(rule, code, null, null);
    }
}
