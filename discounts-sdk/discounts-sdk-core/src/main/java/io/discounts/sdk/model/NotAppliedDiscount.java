package io.discounts.sdk.model;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/**
 * A candidate that is not applied, with every reason.
 *
 * @param unlock what would change it, for a person to read; absent where nothing could
 */
public record NotAppliedDiscount(
        String discountId, List<Refusal> reasons, @Nullable String unlock) {
    public NotAppliedDiscount {
        Objects.requireNonNull(discountId, "discountId");
        reasons = List.copyOf(reasons);
    }
}
