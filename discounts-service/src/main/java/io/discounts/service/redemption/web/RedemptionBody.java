package io.discounts.service.redemption.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.discounts.service.redemption.Redemption;
import io.discounts.service.redemption.RedemptionStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

/** A redemption as it is answered. */
@Schema(name = "Redemption")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RedemptionBody(
        @Schema(example = "01935a7cf2e8b1c0a5d2e4f60718293a", requiredMode = REQUIRED)
        String redemptionId,

        @Schema(requiredMode = REQUIRED) RedemptionStatus status,

        @Schema(
                description =
                        "To be shown with every change. It grows: of two holds on one exclusive discount the later"
                                + " has the greater one.",
                example = "17",
                requiredMode = REQUIRED)
        long fencingToken,

        @Schema(
                description = "When a hold ends by itself.",
                type = "string",
                format = "date-time",
                example = "2026-11-22T12:05:00Z",
                requiredMode = REQUIRED)
        String expiresAt,

        @Schema(example = "ES", requiredMode = REQUIRED) String region,

        @Schema(example = "c-1", requiredMode = REQUIRED) String customerId,

        @Schema(example = "ck-1", requiredMode = REQUIRED) String checkoutId,

        @Schema(description = "Once it is confirmed.", example = "o-1") @Nullable
        String orderId,

        @Schema(description = "As asked for.", requiredMode = REQUIRED)
        List<HeldDiscountBody> discounts) {

    static RedemptionBody of(Redemption redemption) {
        return new RedemptionBody(
                redemption.id().value(),
                redemption.status(),
                redemption.fencingToken(),
                redemption.expiresAt().toString(),
                redemption.region().code(),
                redemption.customerId(),
                redemption.checkoutId(),
                redemption.orderId(),
                redemption.discounts().stream()
                        .map(held -> new HeldDiscountBody(held.discountId().toString(), held.amount()))
                        .toList());
    }
}
