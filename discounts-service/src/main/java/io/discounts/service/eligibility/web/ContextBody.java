package io.discounts.service.eligibility.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a request tells of how the order is placed. */
@Schema(name = "Context")
record ContextBody(
        @Schema(example = "ios", maxLength = RequestChecks.MAX_NAME) @Nullable
        String platform,

        @Schema(example = "delivery", maxLength = RequestChecks.MAX_NAME) @Nullable
        String fulfilment,

        @Schema(example = "card", maxLength = RequestChecks.MAX_NAME) @Nullable
        String paymentMethod) {}
