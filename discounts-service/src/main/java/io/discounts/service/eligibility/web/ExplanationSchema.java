package io.discounts.service.eligibility.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

/** What an explanation looks like, for the API description; {@link ExplanationJson} writes it. */
@Schema(name = "Explanation")
record ExplanationSchema(
        @Schema(example = "partner-promotions:42", requiredMode = REQUIRED)
        String discountId,

        @Schema(
                allowableValues = {"published", "withdrawn"},
                requiredMode = REQUIRED)
        String status,

        @Schema(example = "3", requiredMode = REQUIRED) long version,

        @Schema(description = "Absent if it is withdrawn.") @Nullable
        StackingExplained stacking,

        @Schema(description = "In the order asked for; none if it is withdrawn.", requiredMode = REQUIRED)
        List<StoreExplained> stores) {

    /** How the discount gets on with others. */
    @Schema(name = "StackingExplained")
    record StackingExplained(
            @Schema(
                    allowableValues = {"stackable", "exclusive"},
                    requiredMode = REQUIRED)
            String mode,

            @Nullable String group,
            @Schema(requiredMode = REQUIRED) int priority) {}

    /** One store's answer. */
    @Schema(name = "StoreExplained")
    record StoreExplained(
            @Schema(example = "s-1", requiredMode = REQUIRED)
            String storeId,

            @Schema(
                    description = "What scope, validity, currency, rules, target and limits say together.",
                    allowableValues = {"true", "false", "unknown"},
                    requiredMode = REQUIRED)
            String verdict,

            @Schema(requiredMode = REQUIRED) ScopeExplained scope,
            @Schema(requiredMode = REQUIRED) ValidityExplained validity,

            @Schema(description = "As the provider published them.", requiredMode = REQUIRED)
            List<RuleExplained> rules,

            @Schema(requiredMode = REQUIRED) PartExplained currency,
            @Schema(requiredMode = REQUIRED) PartExplained target,
            @Schema(requiredMode = REQUIRED) LimitsExplained limits,
            @Schema(requiredMode = REQUIRED) ConclusionSchema conclusion) {}

    /** Which of the store's keys the scope names or excepts. */
    @Schema(name = "ScopeExplained")
    record ScopeExplained(
            @Schema(requiredMode = REQUIRED) boolean covers,

            @Schema(description = "None if the store is unknown.", requiredMode = REQUIRED)
            List<KeyExplained> keys,

            @Schema(example = "[\"brand:b\"]", requiredMode = REQUIRED)
            List<String> exceptedBy) {}

    /** One key of the store. */
    @Schema(name = "KeyExplained")
    record KeyExplained(
            @Schema(example = "city:MAD", requiredMode = REQUIRED)
            String key,

            @Schema(requiredMode = REQUIRED) boolean named) {}

    /** Whether the moment lies in the discount's validity. */
    @Schema(name = "ValidityExplained")
    record ValidityExplained(
            @Schema(requiredMode = REQUIRED) boolean valid,
            @Schema(requiredMode = REQUIRED) Instant from,

            @Schema(description = "Exclusive; absent: no end.") @Nullable
            Instant until) {}

    /** One rule's verdict. */
    @Schema(name = "RuleExplained")
    record RuleExplained(
            @Schema(example = "min_basket", requiredMode = REQUIRED)
            String rule,

            @Schema(
                    allowableValues = {"true", "false", "unknown"},
                    requiredMode = REQUIRED)
            String verdict,

            @Schema(requiredMode = REQUIRED) List<ReasonSchema> reasons) {}

    /** What speaks beside the rules. */
    @Schema(name = "PartExplained")
    record PartExplained(
            @Schema(
                    allowableValues = {"true", "false", "unknown"},
                    requiredMode = REQUIRED)
            String verdict,

            @Schema(requiredMode = REQUIRED) List<ReasonSchema> reasons) {}

    /** What the limits and holds say. */
    @Schema(name = "LimitsExplained")
    record LimitsExplained(
            @Schema(
                    allowableValues = {"true", "false", "unknown"},
                    requiredMode = REQUIRED)
            String verdict,

            @Schema(requiredMode = REQUIRED) List<ReasonSchema> reasons,
            @Schema(requiredMode = REQUIRED) LeftExplained left,
            @Schema(requiredMode = REQUIRED) boolean heldByAnother) {}

    /** What is left of each limit; without a bound: absent. */
    @Schema(name = "LeftExplained")
    record LeftExplained(
            @Nullable Long uses,
            @Nullable Long customerUses,

            @Schema(description = "In minor units.") @Nullable
            Long money) {}

    /** What the customer is told. */
    @Schema(name = "Conclusion")
    record ConclusionSchema(
            @Schema(
                    description =
                            "Search: `listed` or `left_out`. Evaluate: `applied`, `not_applied`, or `no_candidate`"
                                    + " where the answer does not mention the discount.",
                    allowableValues = {"listed", "left_out", "applied", "not_applied", "no_candidate"},
                    requiredMode = REQUIRED)
            String outcome,

            @Schema(description = "Of `listed`: the types of the rules that are open.") @Nullable
            List<String> conditions,

            @Schema(description = "Of `applied`: what it saves.") @Nullable
            Long amount,

            @Schema(description = "Of `applied`: what it takes the amount off.") @Nullable
            String target,

            @Schema(description = "Of `applied`: for items, what it takes off each line.") @Nullable
            List<EvaluationSchema.LineDiscount> lines,

            @Schema(description = "Of `not_applied`: every reason.") @Nullable
            List<ReasonSchema> reasons,

            @Nullable UnlockSchema unlock,

            @Schema(description = "Of `applied` and `not_applied`: what is applied, in order.") @Nullable
            List<String> combination) {}
}
