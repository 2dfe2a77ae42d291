package io.discounts.service.eligibility.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

/** What the answer to a checkout looks like, for the API description; {@link EvaluationJson} writes it. */
@Schema(name = "Evaluation")
record EvaluationSchema(
        @Schema(description = "In order of application.", requiredMode = REQUIRED)
        List<AppliedDiscount> applied,

        @Schema(requiredMode = REQUIRED) BasketTotals totals,

        @Schema(
                description = "Every other candidate of the store, by priority descending, then id.",
                requiredMode = REQUIRED)
        List<NotAppliedDiscount> notApplied,

        @Schema(
                description = "How far each provider's events have been applied.",
                example = "{\"partner-promotions\":\"2026-11-22T11:59:58Z\"}",
                requiredMode = REQUIRED)
        Map<String, Instant> watermarks,

        @Schema(
                description = "The answer was served past its freshness bound because a store behind the caches was"
                        + " down.",
                requiredMode = REQUIRED)
        boolean stale) {

    /** A discount of the winning combination. */
    @Schema(name = "AppliedDiscount")
    record AppliedDiscount(
            @Schema(example = "partner-promotions:42", requiredMode = REQUIRED)
            String discountId,

            @Schema(
                    description = "What it saves, in minor units.",
                    minimum = "1",
                    example = "380",
                    requiredMode = REQUIRED)
            long amount,

            @Schema(
                    description = "What it takes the amount off.",
                    allowableValues = {"items", "delivery_fee", "service_fee"},
                    example = "items",
                    requiredMode = REQUIRED)
            String target,

            @ArraySchema(
                    minItems = 1,
                    arraySchema =
                            @Schema(
                                    description = "Only for items: the lines it takes something off, in basket order."
                                            + " Their amounts add up to the discount's."))
            @Nullable
            List<LineDiscount> lines) {}

    /** A discount's share of one line. */
    @Schema(name = "LineDiscount")
    record LineDiscount(
            @Schema(example = "l1", requiredMode = REQUIRED) String lineId,

            @Schema(description = "In minor units.", minimum = "1", example = "380", requiredMode = REQUIRED)
            long amount) {}

    /** What the basket costs. */
    @Schema(name = "BasketTotals", description = "All in minor units of the basket's currency; none is below 0.")
    record BasketTotals(
            @Schema(
                    description = "All lines before discounts.",
                    minimum = "0",
                    example = "1900",
                    requiredMode = REQUIRED)
            long items,

            @Schema(minimum = "0", example = "380", requiredMode = REQUIRED)
            long itemsDiscount,

            @Schema(description = "Before discounts.", minimum = "0", example = "290", requiredMode = REQUIRED)
            long deliveryFee,

            @Schema(minimum = "0", example = "0", requiredMode = REQUIRED)
            long deliveryDiscount,

            @Schema(description = "Before discounts.", minimum = "0", example = "100", requiredMode = REQUIRED)
            long serviceFee,

            @Schema(minimum = "0", example = "0", requiredMode = REQUIRED)
            long serviceDiscount,

            @Schema(
                    description = "The three discounts together.",
                    minimum = "0",
                    example = "380",
                    requiredMode = REQUIRED)
            long discount,

            @Schema(
                    description = "What is left to pay: items and fees, less `discount`.",
                    minimum = "0",
                    example = "1910",
                    requiredMode = REQUIRED)
            long total) {}

    /** A candidate that is left out. */
    @Schema(name = "NotAppliedDiscount")
    record NotAppliedDiscount(
            @Schema(example = "prime-benefits:7", requiredMode = REQUIRED)
            String discountId,

            @ArraySchema(
                    minItems = 1,
                    arraySchema = @Schema(description = "Every reason, not only the first.", requiredMode = REQUIRED))
            List<ReasonSchema> reasons,

            @Nullable UnlockSchema unlock) {}
}
