package io.discounts.service.redemption.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A confirmation as it is asked for. */
@Schema(name = "ConfirmRequest")
record ConfirmBody(
        @Schema(description = "As the hold was answered.", example = "17", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        Long fencingToken,

        @Schema(
                description = "The order that uses the discounts.",
                example = "o-1",
                minLength = 1,
                maxLength = HoldChecks.MAX_NAME,
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String orderId) {}
