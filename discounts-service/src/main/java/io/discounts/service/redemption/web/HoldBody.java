package io.discounts.service.redemption.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** A hold as it is asked for, before anybody has looked at it. */
@Schema(name = "HoldRequest", description = "Discounts that a checkout is about to use, all of them or none.")
record HoldBody(
        @Schema(
                description = "ISO 3166-1 alpha-2 country code in capitals.",
                example = "ES",
                pattern = "^[A-Z]{2}$",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String region,

        @Schema(
                example = "c-1",
                minLength = 1,
                maxLength = HoldChecks.MAX_NAME,
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String customerId,

        @Schema(
                description = "The caller's own name for the checkout; comes back in events.",
                example = "ck-1",
                minLength = 1,
                maxLength = HoldChecks.MAX_NAME,
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String checkoutId,

        @ArraySchema(
                minItems = 1,
                maxItems = HoldChecks.MAX_DISCOUNTS,
                arraySchema = @Schema(description = "None twice.", requiredMode = Schema.RequiredMode.REQUIRED))
        @Nullable
        List<@Nullable HeldDiscountBody> discounts,

        @Schema(
                description = "After which the hold ends by itself.",
                defaultValue = "" + HoldChecks.DEFAULT_SECONDS,
                minimum = "" + HoldChecks.LEAST_SECONDS,
                maximum = "" + HoldChecks.MOST_SECONDS)
        @Nullable
        Integer holdSeconds) {}
