package io.discounts.service.redemption.web;

import io.discounts.service.discount.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A discount of a hold, as it is told. */
@Schema(name = "HeldDiscount", description = "A discount and what it takes off.")
record HeldDiscountBody(
        @Schema(
                example = "partner-promotions:42",
                pattern = "^[A-Za-z0-9._~-]{1,64}:[A-Za-z0-9._~-]{1,64}$",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String discountId,

        @Schema(
                description = "In minor units of the discount's currency; counts against its money budget.",
                example = "380",
                minimum = "1",
                maximum = "" + Money.MAX_MINOR_UNITS,
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        Long amount) {}
