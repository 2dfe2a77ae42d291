package io.discounts.service.ops;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.discounts.service.redemption.reconciliation.Difference;
import io.discounts.service.redemption.reconciliation.DifferenceKind;
import io.discounts.service.redemption.reconciliation.ReconciliationReport;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the last reconciliation found, in JSON. */
@Schema(name = "Reconciliation")
record ReconciliationBody(
        @Schema(description = "The moment whose state was looked at.")
        Instant checkedAt,

        @Schema(description = "How long it took to look.", example = "840")
        long tookMillis,

        @Schema(description = "Whether there is no difference.")
        boolean clean,

        @Schema(description = "How many rows were looked at.")
        Looked looked,

        @Schema(description = "How many differences there are, of each kind that occurs.", example = "{\"BUDGET\":1}")
        Map<DifferenceKind, Long> differences,

        @Schema(description = "The first ten of each kind.") List<Item> listed) {

    @Schema(name = "ReconciledRows")
    record Looked(long budgets, long redemptions, long uses, long locks) {}

    @Schema(name = "Difference")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            DifferenceKind kind,
            @Schema(example = "ES") @Nullable String region,

            @Schema(example = "partner-promotions:42") @Nullable
            String discountId,

            @Schema(example = "01935a7cf2e8b1c0a5d2e4f60718293a") @Nullable
            String redemptionId,

            @Schema(example = "3 uses and 300 of money taken, as the charged uses come to")
            String expected,

            @Schema(example = "2 uses and 200 of money taken")
            String found) {

        static Item of(Difference difference) {
            return new Item(
                    difference.kind(),
                    difference.region(),
                    difference.discountId(),
                    difference.redemptionId(),
                    difference.expected(),
                    difference.found());
        }
    }

    static ReconciliationBody of(ReconciliationReport report) {
        var looked = report.looked();
        return new ReconciliationBody(
                report.checkedAt(),
                report.tookMillis(),
                report.isClean(),
                new Looked(looked.budgets(), looked.redemptions(), looked.uses(), looked.locks()),
                report.differences(),
                report.listed().stream().map(Item::of).toList());
    }
}
