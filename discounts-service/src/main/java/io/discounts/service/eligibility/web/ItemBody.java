package io.discounts.service.eligibility.web;

import io.discounts.service.eligibility.pricing.Basket;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** What a request tells of one line of its basket. */
@Schema(name = "Item", description = "One line of the basket: some units of one product.")
record ItemBody(
        @Schema(
                description = "Names the line in the answer; no two lines of a basket share one.",
                example = "l1",
                minLength = 1,
                maxLength = RequestChecks.MAX_NAME,
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String lineId,

        @Schema(
                example = "p1",
                minLength = 1,
                maxLength = RequestChecks.MAX_NAME,
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String productId,

        @ArraySchema(
                maxItems = BasketReading.MAX_CATEGORIES,
                schema = @Schema(minLength = 1, maxLength = RequestChecks.MAX_NAME, example = "pizza"),
                arraySchema = @Schema(description = "Absent: none."))
        @Nullable
        List<@Nullable String> categories,

        @Schema(
                description = "Units.",
                example = "2",
                minimum = "1",
                maximum = "" + Basket.Line.MAX_QUANTITY,
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        Integer quantity,

        @Schema(
                description = "The price of one unit, in minor units of the basket's currency.",
                example = "950",
                minimum = "0",
                maximum = "" + Basket.Line.MAX_UNIT_PRICE,
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        Long unitPrice) {}
