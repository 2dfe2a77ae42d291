package io.discounts.service.redemption.web;

import io.discounts.service.edge.Problem;
import io.discounts.service.edge.ProblemType;
import io.discounts.service.redemption.Refusal;
import org.springframework.http.HttpStatus;

/** What redemptions are refused with. */
final class RedemptionProblems {
    static final ProblemType KEY_MISSING = new ProblemType(
            "idempotency-key-missing", HttpStatus.BAD_REQUEST, "A write needs an Idempotency-Key header");
    static final ProblemType KEY_REUSED = new ProblemType(
            "idempotency-key-reused", HttpStatus.UNPROCESSABLE_CONTENT, "The key was used with another request");
    static final ProblemType IN_PROGRESS =
            new ProblemType("request-in-progress", HttpStatus.CONFLICT, "The same request is being answered");
    static final ProblemType DISCOUNT_NOT_FOUND =
            new ProblemType("discount-not-found", HttpStatus.NOT_FOUND, "There is no such discount");
    static final ProblemType DISCOUNT_IN_USE =
            new ProblemType("discount-in-use", HttpStatus.CONFLICT, "Another checkout holds the discount");
    static final ProblemType LIMIT_REACHED =
            new ProblemType("limit-reached", HttpStatus.CONFLICT, "The discount is used up");
    static final ProblemType CUSTOMER_LIMIT_REACHED =
            new ProblemType("customer-limit-reached", HttpStatus.CONFLICT, "The customer has used the discount up");
    static final ProblemType REDEMPTION_NOT_FOUND =
            new ProblemType("redemption-not-found", HttpStatus.NOT_FOUND, "There is no such redemption");
    static final ProblemType FENCING_TOKEN_STALE =
            new ProblemType("fencing-token-stale", HttpStatus.CONFLICT, "The fencing token is not valid");
    static final ProblemType STATE_CONFLICT = new ProblemType(
            "redemption-state-conflict", HttpStatus.CONFLICT, "The redemption's state does not allow this");
    static final ProblemType HOLD_EXPIRED =
            new ProblemType("hold-expired", HttpStatus.CONFLICT, "The hold has expired");

    private RedemptionProblems() {}

    static Problem of(Refusal refusal, String detail) {
        return Problem.of(
                switch (refusal) {
                    case DISCOUNT_NOT_FOUND -> DISCOUNT_NOT_FOUND;
                    case DISCOUNT_IN_USE -> DISCOUNT_IN_USE;
                    case LIMIT_REACHED -> LIMIT_REACHED;
                    case CUSTOMER_LIMIT_REACHED -> CUSTOMER_LIMIT_REACHED;
                    case REDEMPTION_NOT_FOUND -> REDEMPTION_NOT_FOUND;
                    case FENCING_TOKEN_STALE -> FENCING_TOKEN_STALE;
                    case STATE_CONFLICT -> STATE_CONFLICT;
                    case HOLD_EXPIRED -> HOLD_EXPIRED;
                },
                detail);
    }
}
