package io.discounts.service.redemption.web;

import io.discounts.service.edge.Problem;
import io.discounts.service.edge.Validated;
import io.discounts.service.redemption.HoldRequest;
import io.discounts.service.redemption.RedemptionId;
import io.discounts.service.redemption.RedemptionOutcome;
import io.discounts.service.redemption.Redemptions;
import io.discounts.service.redemption.Refusal;
import io.discounts.service.redemption.web.KeyedWrites.Request;
import io.discounts.service.redemption.web.KeyedWrites.Sender;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.security.Principal;

/** Checkout's holds. */
@RestController
@RequestMapping(path = RedemptionController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Redemptions", description = "Holds that a checkout takes; scope discounts:redeem.")
final class RedemptionController {
    static final String PATH = "/v1/redemptions";

    private final KeyedWrites writes;
    private final Redemptions redemptions;

    RedemptionController(KeyedWrites writes, Redemptions redemptions) {
        this.writes = writes;
        this.redemptions = redemptions;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "holdDiscounts",
            summary = "Holds discounts for a checkout, all of them or none.",
            description = """
                    A hold counts as a use of each discount until it is released or expires. 404 `discount-not-found` \
                    also for a discount that is withdrawn or not valid now; 409 `discount-in-use` while another \
                    checkout holds a discount with `exclusiveUse`, `limit-reached` when no use or not enough money is \
                    left, `customer-limit-reached` when this customer has used it up; 422 `idempotency-key-reused`; \
                    409 `request-in-progress` when the first request with the key has not been answered in time; 503 \
                    when the database is away or, for discounts with `exclusiveUse`, the locks are.""")
    @KeyedWrite
    @ApiResponse(
            responseCode = "201",
            description = "All is held; Location names the redemption.",
            content = @Content(schema = @Schema(implementation = RedemptionBody.class)))
    ResponseEntity<?> hold(
            @Parameter(hidden = true) @RequestHeader(name = KeyedWrite.HEADER, required = false) @Nullable String key,
            @RequestBody HoldBody body,
            @Nullable Principal caller) {
        return switch (HoldChecks.hold(body)) {
            case Validated.Valid<HoldRequest> valid ->
                writes.create(
                        new Sender(key, caller),
                        new Request("hold", PATH, body),
                        () -> redemptions.hold(valid.value()));
            case Validated.Invalid<HoldRequest> invalid ->
                Problem.invalid(invalid.violations()).toResponse();
        };
    }

    @PostMapping(path = "/{id}/confirm", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "confirmRedemption", summary = "Settles a hold for an order.", description = """
                    A hold that has expired is tried again against what is left: it becomes `CONFIRMED_LATE`, or the \
                    answer is 409 `hold-expired`. 409 `fencing-token-stale` for a token that is not the redemption's, \
                    `redemption-state-conflict` for one that is neither held nor expired.""")
    @KeyedWrite
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RedemptionBody.class)))
    ResponseEntity<?> confirm(
            @PathVariable String id,
            @Parameter(hidden = true) @RequestHeader(name = KeyedWrite.HEADER, required = false) @Nullable String key,
            @RequestBody ConfirmBody body,
            @Nullable Principal caller) {
        return change(
                "confirm",
                id,
                new Sender(key, caller),
                body,
                HoldChecks.confirm(body),
                (known, change) -> redemptions.confirm(known, change.fencingToken(), change.orderId()));
    }

    @PostMapping(path = "/{id}/release", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "releaseRedemption", summary = "Gives a hold back before its time.")
    @KeyedWrite
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RedemptionBody.class)))
    ResponseEntity<?> release(
            @PathVariable String id,
            @Parameter(hidden = true) @RequestHeader(name = KeyedWrite.HEADER, required = false) @Nullable String key,
            @RequestBody TokenBody body,
            @Nullable Principal caller) {
        return change(
                "release",
                id,
                new Sender(key, caller),
                body,
                HoldChecks.change(body),
                (known, change) -> redemptions.release(known, change.fencingToken()));
    }

    @PostMapping(path = "/{id}/cancel", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "cancelRedemption",
            summary = "Returns the use after an order was cancelled.",
            description = "Of what was confirmed, late or in time.")
    @KeyedWrite
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RedemptionBody.class)))
    ResponseEntity<?> cancel(
            @PathVariable String id,
            @Parameter(hidden = true) @RequestHeader(name = KeyedWrite.HEADER, required = false) @Nullable String key,
            @RequestBody TokenBody body,
            @Nullable Principal caller) {
        return change(
                "cancel",
                id,
                new Sender(key, caller),
                body,
                HoldChecks.change(body),
                (known, change) -> redemptions.cancel(known, change.fencingToken()));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getRedemption", summary = "Tells how a redemption stands.", description = """
                    A hold past its time may be told as `HELD` for up to a second. 404 `redemption-not-found`.""")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RedemptionBody.class)))
    ResponseEntity<?> get(@PathVariable String id) {
        if (!RedemptionId.isRedemptionId(id)) {
            return unknown();
        }
        try {
            var found = redemptions.find(new RedemptionId(id));
            return found.isPresent() ? ResponseEntity.ok(RedemptionBody.of(found.get())) : unknown();
        } catch (DataAccessException | TransactionException away) {
            return Problem.unavailable("The database does not answer.");
        }
    }

    private interface Order {
        RedemptionOutcome execute(RedemptionId id, HoldChecks.Change change);
    }

    private ResponseEntity<?> change(
            String operation,
            String id,
            Sender sender,
            Object body,
            Validated<HoldChecks.Change> checked,
            Order order) {
        return switch (checked) {
            case Validated.Invalid<HoldChecks.Change> invalid ->
                Problem.invalid(invalid.violations()).toResponse();
            case Validated.Valid<HoldChecks.Change> valid ->
                RedemptionId.isRedemptionId(id)
                        ? writes.change(
                                sender,
                                new Request(operation, PATH + '/' + id + '/' + operation, body),
                                () -> order.execute(new RedemptionId(id), valid.value()))
                        : unknown();
        };
    }

    private static ResponseEntity<?> unknown() {
        return RedemptionProblems.of(Refusal.REDEMPTION_NOT_FOUND, "No redemption has this id.")
                .toResponse();
    }
}
