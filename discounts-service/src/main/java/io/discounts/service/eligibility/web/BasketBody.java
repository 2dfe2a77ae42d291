package io.discounts.service.eligibility.web;

import io.discounts.service.discount.Money;
import io.discounts.service.eligibility.pricing.Basket;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** What a request tells of the basket. */
@Schema(name = "Basket", description = "The order to be priced; every amount is in minor units of its currency.")
record BasketBody(
        @Schema(
                description = "ISO 4217 code in capitals.",
                example = "EUR",
                pattern = "^[A-Z]{3}$",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String currency,

        @ArraySchema(
                minItems = 1,
                maxItems = Basket.MAX_LINES,
                schema = @Schema(implementation = ItemBody.class),
                arraySchema =
                        @Schema(
                                description = "Their order breaks ties: which line bears what cannot be split"
                                        + " evenly, which of two equal prices is the cheaper.",
                                requiredMode = Schema.RequiredMode.REQUIRED))
        @Nullable
        List<@Nullable ItemBody> items,

        @Schema(description = "Absent: 0.", example = "290", minimum = "0", maximum = "" + Money.MAX_MINOR_UNITS)
        @Nullable
        Long deliveryFee,

        @Schema(description = "Absent: 0.", example = "100", minimum = "0", maximum = "" + Money.MAX_MINOR_UNITS)
        @Nullable
        Long serviceFee) {}
