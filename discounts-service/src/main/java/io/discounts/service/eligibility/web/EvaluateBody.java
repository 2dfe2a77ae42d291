package io.discounts.service.eligibility.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An evaluate request as it comes, before anybody has looked at it. */
@Schema(name = "EvaluateRequest", description = "A basket to be priced in one store, and what is known of the order.")
record EvaluateBody(
        @Schema(
                description = "ISO 3166-1 alpha-2 country code in capitals.",
                example = "ES",
                pattern = "^[A-Z]{2}$",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String region,

        @Schema(
                description = "A store the service does not know has no discounts.",
                example = "s-1",
                pattern = "^[A-Za-z0-9._~-]{1,64}$",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String storeId,

        @Schema(description = "Absent: rules that ask about the customer fail with `unknown_fact`.") @Nullable
        CustomerBody customer,

        @Schema(description = "Absent facts fail the rules that ask for them with `unknown_fact`.") @Nullable
        ContextBody context,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        BasketBody basket,

        @Schema(
                description = "The moment to decide for, from 2000 to 2100; default: now. It moves rules and validity,"
                        + " never limits and holds.",
                example = "2026-11-22T12:00:00Z",
                type = "string",
                format = "date-time")
        @Nullable
        String at) {}
