package io.discounts.sdk.report;

import io.discounts.sdk.Operation;
import io.discounts.sdk.shadow.Comparison;
import io.discounts.sdk.shadow.MismatchKind;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * Calls whose two sides differ in the same way at the same field.
 *
 * @param field with keys left out, such as {@code /discounts/{id}/effect/percent}; {@code other} beyond the bound
 * @param calls that have such a mismatch; a call may be in several classes
 * @param examples the latest, newest first
 */
public record MismatchClass(
        Operation operation,
        Comparison.Verdict verdict,
        MismatchKind kind,
        String field,
        long calls,
        List<Example> examples) {
    public MismatchClass {
        examples = List.copyOf(examples);
    }

    /**
     * One mismatch as it was found. Long values are cut.
     *
     * @param customer a hash that is the same for the same customer until the process ends; absent if the call named none
     * @param pointer the very place, a JSON pointer
     * @param control what the local search says there; absent if nothing
     * @param candidate what the service says there; absent if nothing
     */
    public record Example(
            Instant calledAt,
            @Nullable String region,
            @Nullable String customer,
            String pointer,
            @Nullable String control,
            @Nullable String candidate) {}
}
