package io.discounts.service.redemption.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A release or cancellation as it is asked for. */
@Schema(name = "FencedRequest")
record TokenBody(
        @Schema(description = "As the hold was answered.", example = "17", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        Long fencingToken) {}
