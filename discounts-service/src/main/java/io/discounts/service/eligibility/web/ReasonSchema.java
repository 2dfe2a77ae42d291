package io.discounts.service.eligibility.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

/** What a reason looks like, for the API description; {@link EvaluationJson} writes it. */
@Schema(name = "Reason", description = "One reason why a discount is not applied.")
record ReasonSchema(
        @Schema(
                description = "The type of the rule that failed, or what else speaks against the discount: `currency`,"
                        + " `target`, `limits`, `stacking`. More rules may come.",
                example = "min_basket",
                requiredMode = REQUIRED)
        String rule,

        @Schema(
                description = CODES,
                allowableValues = {
                    "below_minimum",
                    "below_quantity",
                    "outside_schedule",
                    "segment_missing",
                    "segment_excluded",
                    "order_count_mismatch",
                    "payment_method_mismatch",
                    "platform_mismatch",
                    "fulfilment_mismatch",
                    "customer_mismatch",
                    "unknown_fact",
                    "currency_mismatch",
                    "no_matching_items",
                    "no_saving",
                    "in_use",
                    "limit_reached",
                    "customer_limit_reached",
                    "not_best_in_group",
                    "beaten_by_exclusive",
                    "beaten_by_combination"
                },
                example = "below_minimum",
                requiredMode = REQUIRED)
        String code,

        @Schema(
                description = "What was asked for, in the form that the code names: a number, a text, a list of texts,"
                        + " or `{\"min\", \"max\"}`. Absent where there is nothing to tell, or where it would name other"
                        + " customers.",
                types = {"integer", "string", "array", "object"},
                example = "2500")
        @Nullable
        Object required,

        @Schema(
                description = "What was found, in the form that the code names: a number, a text or a list of texts."
                        + " Absent where it is unknown or there is nothing to tell.",
                types = {"integer", "string", "array"},
                example = "1900")
        @Nullable
        Object actual) {

    private static final String CODES = """
            Each with what `required` and `actual` hold, amounts in minor units.

            Rules:
            - `below_minimum`: the basket, or what the rule counts of it, is worth too little; both amounts.
            - `below_quantity`: too few units; both counts.
            - `outside_schedule`: `at` is in none of the windows; the windows as a list of texts, and the local time.
            - `segment_missing`: the customer is in none of the segments asked for; those, and the customer's own.
            - `segment_excluded`: the customer is in an excluded segment; the excluded ones, and those of them that the \
            customer is in.
            - `order_count_mismatch`: too few or too many orders; `{"min", "max"}`, both inclusive, an absent one does not \
            bind, and the count.
            - `payment_method_mismatch`, `platform_mismatch`, `fulfilment_mismatch`: not among those asked for; a list, \
            and the order's own.
            - `customer_mismatch`: the discount is for other customers; only `actual`, the customer's id.
            - `unknown_fact`: the request lacks a fact that the rule asks for; `required` as with the rule's other codes. \
            With rule `limits`: the customer's id, which a limit for each customer needs; neither.

            Else:
            - `currency_mismatch` (`currency`): the discount's currency, and the basket's. Rules about money are not \
            evaluated then.
            - `no_matching_items` (`target`): no line is one the discount is for; neither.
            - `no_saving` (`target`): it would take nothing off; neither.
            - `in_use` (`limits`): another customer holds it right now; neither.
            - `limit_reached` (`limits`): no use is left, 1 and the uses left; or less money than it would save, both \
            amounts.
            - `customer_limit_reached` (`limits`): the customer has used it up; 1 and the uses left.
            - `not_best_in_group` (`stacking`): another discount of its group saves more; neither.
            - `beaten_by_exclusive` (`stacking`): an exclusive discount alone is better; neither.
            - `beaten_by_combination` (`stacking`): it is exclusive, and the stackable ones are better; neither.

            Of two that save the same, the better is the one of fewer discounts, then of higher priority, then of the \
            smaller id.""";
}
