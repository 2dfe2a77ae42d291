package io.discounts.service.ops;

import io.discounts.service.edge.Problem;
import io.discounts.service.edge.ProblemType;
import io.discounts.service.redemption.reconciliation.KeptReports;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether budgets, holds and uses agreed when an instance last looked. */
@RestController
@Tag(name = "Operations", description = "For operators; scope discounts:ops.")
final class ReconciliationController {
    private final KeptReports reports;

    ReconciliationController(KeptReports reports) {
        this.reports = reports;
    }

    @GetMapping(path = "/ops/reconciliation", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "getReconciliation",
            summary = "Tells whether budgets, holds and uses agree.",
            description = "As one of the instances found when it last looked, all of it in one moment's state; see"
                    + " docs/redemptions.md for the kinds of differences and what to do. 404 if none has looked yet.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReconciliationBody.class)))
    ResponseEntity<?> last() {
        var report = reports.last();
        return report.isPresent()
                ? ResponseEntity.ok(ReconciliationBody.of(report.get()))
                : Problem.of(ProblemType.NOT_FOUND, "No instance has looked yet; ask again in a minute.")
                        .toResponse();
    }
}
