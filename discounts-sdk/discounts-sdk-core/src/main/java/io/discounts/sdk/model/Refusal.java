package io.discounts.sdk.model;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * A reason why a discount is not applied.
 *
 * @param required what the code names, as JSON has it: a number, a text, a list or a map of them
 * @param actual what was found instead
 */
public record Refusal(
        String rule,
        String code,
        @Nullable Object required,
        @Nullable Object actual) {
    public Refusal {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(code, "code");
    }
}
