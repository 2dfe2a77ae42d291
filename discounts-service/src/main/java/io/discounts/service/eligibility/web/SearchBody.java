package io.discounts.service.eligibility.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** A search request as it comes, before anybody has looked at it. */
@Schema(name = "SearchRequest", description = "Stores whose discounts are asked for, and what is known of the order.")
record SearchBody(
        @Schema(
                description = "ISO 3166-1 alpha-2 country code in capitals.",
                example = "ES",
                pattern = "^[A-Z]{2}$",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String region,

        @ArraySchema(
                minItems = 1,
                maxItems = SearchRequest.MAX_STORES,
                schema = @Schema(pattern = "^[A-Za-z0-9._~-]{1,64}$", example = "s-1"),
                arraySchema =
                        @Schema(
                                description = "The answer keeps their order; an unknown store gets an empty list.",
                                requiredMode = Schema.RequiredMode.REQUIRED))
        @Nullable
        List<@Nullable String> storeIds,

        @Schema(description = "Absent: rules that ask about the customer come back as conditions.") @Nullable
        CustomerBody customer,

        @Schema(description = "Absent facts leave the rules that ask for them open.") @Nullable
        ContextBody context,

        @Schema(
                description = "The moment to decide for, from 2000 to 2100; default: now.",
                example = "2026-11-22T12:00:00Z",
                type = "string",
                format = "date-time")
        @Nullable
        String at) {}
