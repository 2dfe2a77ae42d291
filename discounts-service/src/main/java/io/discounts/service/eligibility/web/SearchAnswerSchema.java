package io.discounts.service.eligibility.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a search answer looks like, for the API description; {@link SearchAnswerJson} writes it. */
@Schema(name = "SearchAnswer")
record SearchAnswerSchema(
        @Schema(description = "In the order asked for.") List<StoreDiscounts> stores,

        @Schema(description = "Every listed discount once, by id.")
        Map<String, ListedDiscount> discounts,

        @Schema(
                description = "How far each provider's events have been applied.",
                example = "{\"partner-promotions\":\"2026-11-22T11:59:58Z\"}")
        Map<String, Instant> watermarks,

        @Schema(
                description = "The answer was served past its freshness bound because a store behind the caches was"
                        + " down.")
        boolean stale) {

    /** One store's discounts. */
    @Schema(name = "StoreDiscounts")
    record StoreDiscounts(
            @Schema(example = "s-1") String storeId,

            @Schema(description = "By priority descending, then id.", example = "[\"partner-promotions:42\"]")
            List<String> discountIds) {}

    /** One discount as customers' clients read it. */
    @Schema(name = "ListedDiscount")
    record ListedDiscount(
            @Schema(example = "partner-promotions:42") String id,
            @Schema(example = "partner-promotions") String provider,
            @Schema(example = "20% off pizzas") String label,

            @Schema(description = "ISO 4217", example = "EUR")
            String currency,

            @Schema(
                    description = "By its `type`: percentage_off, amount_off, fixed_price, buy_x_get_y or bundle_price;"
                            + " amounts in minor units.",
                    example = "{\"type\":\"percentage_off\",\"percent\":20,\"maxAmount\":500}")
            Map<String, Object> effect,

            @Schema(
                    description = "By its `type`: items, delivery_fee or service_fee.",
                    example = "{\"type\":\"items\",\"categories\":[\"pizza\"]}")
            Map<String, Object> target,

            @Schema(
                    description = "The rules that need a fact the request lacks.",
                    example = "[{\"type\":\"min_basket\",\"amount\":1500}]")
            List<Map<String, Object>> conditions,

            @Schema(description = "Absent: no end.") @Nullable
            Instant validUntil) {}
}
