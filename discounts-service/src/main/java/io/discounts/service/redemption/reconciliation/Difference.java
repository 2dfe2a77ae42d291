package io.discounts.service.redemption.reconciliation;

import org.jspecify.annotations.Nullable;

/**
 * Where two things that should agree do not.
 *
 * @param region of the discount or the redemption; absent if there is neither
 * @param discountId absent where no single discount is concerned
 * @param redemptionId absent where no single redemption is concerned, or it is gone
 * @param expected in words
 * @param found in words
 */
public record Difference(
        DifferenceKind kind,
        @Nullable String region,
        @Nullable String discountId,
        @Nullable String redemptionId,
        String expected,
        String found) {}
