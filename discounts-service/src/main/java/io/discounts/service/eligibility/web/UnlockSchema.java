package io.discounts.service.eligibility.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

/** What an unlock looks like, for the API description; {@link UnlockJson} writes it. */
@Schema(
        name = "Unlock",
        description =
                "The smallest change of facts that would make the discount eligible with a saving. Absent where the"
                        + " customer cannot remove every reason.")
record UnlockSchema(
        @Schema(
                description = "For people; amounts in minor units.",
                example = "add 600 to the basket and prime would unlock",
                requiredMode = REQUIRED)
        String text,

        @ArraySchema(
                minItems = 1,
                arraySchema = @Schema(description = "All of them together.", requiredMode = REQUIRED))
        List<FactChangeSchema> changes) {

    /** One change. */
    @Schema(name = "FactChange", description = "One fact that must change; which fields it has depends on `change`.")
    record FactChangeSchema(
            @Schema(
                    description = CHANGES,
                    allowableValues = {
                        "add_items",
                        "join_segment",
                        "tell_segments",
                        "pay_with",
                        "order_on",
                        "receive_by",
                        "order_more",
                        "tell_order_count",
                        "order_at",
                        "identify_customer"
                    },
                    example = "add_items",
                    requiredMode = REQUIRED)
            String change,

            @Schema(description = "In minor units, all units together.", minimum = "1", example = "600") @Nullable
            Long amount,

            @Schema(minimum = "1", example = "1") @Nullable Long units,

            @Nullable AtLeastSchema atLeast,
            @Nullable List<String> productIds,

            @Schema(example = "[\"pizza\"]") @Nullable List<String> categories,

            @Nullable String segment,
            @Nullable List<String> noneOf,
            @Nullable String paymentMethod,
            @Nullable String platform,
            @Nullable String fulfilment,

            @Schema(minimum = "1") @Nullable Integer orders,

            @Schema(minimum = "0") @Nullable Integer max,

            @Nullable Instant at) {

        private static final String CHANGES = """
                - `add_items`: `units` more in the basket, worth `amount` together where it is told, `atLeast.units` of \
                them for `atLeast.unitPrice` each or more; of `productIds` or `categories`, or, with neither, of anything.
                - `join_segment`: the customer in one more `segment`.
                - `tell_segments`: the customer's segments known, none of `noneOf` among them.
                - `pay_with`, `order_on`, `receive_by`: that `paymentMethod`, `platform`, `fulfilment`.
                - `order_more`: so many more confirmed `orders`, or so many at all if their number is unknown.
                - `tell_order_count`: the customer's number of orders known, and not above `max`.
                - `order_at`: that moment; the next one.
                - `identify_customer`: the customer's id known.""";
    }

    /** Single units that must not be cheap. */
    @Schema(name = "UnitsAtLeast")
    record AtLeastSchema(
            @Schema(minimum = "1", requiredMode = REQUIRED) long units,

            @Schema(description = "In minor units.", minimum = "1", requiredMode = REQUIRED)
            long unitPrice) {}
}
