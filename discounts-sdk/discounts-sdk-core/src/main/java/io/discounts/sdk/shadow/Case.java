package io.discounts.sdk.shadow;

import io.discounts.sdk.Operation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A mismatching call that is kept, with the ids of customers hashed.
 *
 * @param operation SEARCH or EVALUATE
 * @param request its {@code at} is the moment that both sides decided for
 * @param control the answer in which the mismatches were seen last
 * @param candidate the service's answer to it
 * @param seenAt when that was
 */
public record Case(
        Operation operation,
        Object request,
        Object control,
        Object candidate,
        Comparison.Mismatched mismatched,
        Instant seenAt) {
    public Case {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(control, "control");
        Objects.requireNonNull(candidate, "candidate");
        Objects.requireNonNull(mismatched, "mismatched");
        Objects.requireNonNull(seenAt, "seenAt");
    }

    public List<Mismatch> mismatches() {
        return mismatched.mismatches();
    }
}
