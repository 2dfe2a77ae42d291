package io.discounts.service.eligibility.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** What a request tells of the customer. */
@Schema(name = "Customer")
record CustomerBody(
        @Schema(example = "c-1", maxLength = RequestChecks.MAX_NAME) @Nullable
        String id,

        @Schema(description = "Absent is unknown; an empty list is known: no segment.", example = "[\"prime\"]")
        @Nullable
        List<@Nullable String> segments,

        @Schema(
                description = "The customer's confirmed orders in the region before this one.",
                minimum = "0",
                example = "3")
        @Nullable
        Integer orderCount) {}
