package io.discounts.service.eligibility.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** A search or an evaluate request with the discount that is asked about, before anybody has looked at it. */
@Schema(
        name = "ExplainRequest",
        description =
                "A search request (`storeIds`) or an evaluate request (`storeId` and `basket`), and `discountId`.")
record ExplainBody(
        @Schema(
                description = "`<provider>:<externalId>`",
                example = "partner-promotions:42",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String discountId,

        @Schema(example = "ES", pattern = "^[A-Z]{2}$", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String region,

        @ArraySchema(
                minItems = 1,
                maxItems = SearchRequest.MAX_STORES,
                schema = @Schema(pattern = "^[A-Za-z0-9._~-]{1,64}$", example = "s-1"),
                arraySchema = @Schema(description = "As in a search request; instead of `storeId` and `basket`."))
        @Nullable
        List<@Nullable String> storeIds,

        @Schema(description = "As in an evaluate request.", pattern = "^[A-Za-z0-9._~-]{1,64}$") @Nullable
        String storeId,

        @Nullable CustomerBody customer,
        @Nullable ContextBody context,
        @Nullable BasketBody basket,

        @Schema(
                description = "The moment to decide for, from 2000 to 2100; default: now.",
                type = "string",
                format = "date-time")
        @Nullable
        String at) {

    boolean isSearch() {
        return storeIds != null && storeId == null && basket == null;
    }

    boolean isEvaluate() {
        return storeIds == null && (storeId != null || basket != null);
    }

    SearchBody search() {
        return new SearchBody(region, storeIds, customer, context, at);
    }

    EvaluateBody evaluate() {
        return new EvaluateBody(region, storeId, customer, context, basket, at);
    }
}
