package io.discounts.sdk.internal.http;

import io.discounts.sdk.DiscountsException;
import io.discounts.sdk.RemoteFailedException;
import io.discounts.sdk.RequestRejectedException;
import io.discounts.sdk.internal.json.Answers;
import io.discounts.sdk.internal.json.ProblemDocument;
import io.discounts.sdk.internal.json.UnexpectedJsonException;
import io.discounts.sdk.model.RedemptionOutcome;
import io.discounts.sdk.spi.TransportResponse;

import java.io.IOException;
import java.time.Clock;
import java.util.Set;

/** What a response without an answer means: a refusal of the redemption, of the request, or a failure of the service. */
final class Refusals {
    private static final long MAX_PROBLEM_BYTES = 64 * 1024;
    private static final Set<String> FINAL_WHEN_NOT_FOUND = Set.of("discount-not-found", "redemption-not-found");

    private final Clock clock;

    Refusals(Clock clock) {
        this.clock = clock;
    }

    /** Of a write: some refusals are answers. Unknown slugs of conflicts are taken for such. */
    RedemptionOutcome outcome(TransportResponse response) throws IOException {
        var problem = problem(response);
        var isFinal = response.status() == 409
                ? !problem.slug().isEmpty() && !problem.slug().equals("request-in-progress")
                : response.status() == 404 && FINAL_WHEN_NOT_FOUND.contains(problem.slug());
        if (isFinal) {
            return new RedemptionOutcome.Refused(problem.slug(), problem.detail());
        }
        throw failure(response, problem);
    }

    DiscountsException failure(TransportResponse response) throws IOException {
        return failure(response, problem(response));
    }

    private DiscountsException failure(TransportResponse response, ProblemDocument problem) {
        var status = response.status();
        if (isOfTheRequest(status, problem)) {
            return new RequestRejectedException(status, problem.slug(), problem.detail());
        }
        var retryAfter = response.header("Retry-After").flatMap(value -> RetryAfter.parse(value, clock));
        return new RemoteFailedException(
                "the service answered with status " + status + " " + problem.slug(), status, retryAfter.orElse(null));
    }

    /** A twin in flight, too many requests and a request timeout are the service's state, not the request's fault. */
    private static boolean isOfTheRequest(int status, ProblemDocument problem) {
        return status >= 400
                && status < 500
                && status != 408
                && status != 429
                && !problem.slug().equals("request-in-progress");
    }

    private static ProblemDocument problem(TransportResponse response) throws IOException {
        if (!MediaTypes.isJson(response.header("Content-Type").orElse(""))) {
            return ProblemDocument.NONE;
        }
        try {
            return Answers.problem(new CappedInputStream(response.body(), MAX_PROBLEM_BYTES));
        } catch (UnexpectedJsonException | UnreadableException noProblem) {
            // The status says enough.
            return ProblemDocument.NONE;
        }
    }
}
