package io.discounts.service.edge;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

import java.util.List;

/**
 * A refusal, on its way to the client as RFC 9457 {@code application/problem+json}.
 *
 * @param type what kind of problem it is
 * @param detail this occurrence, for a person to read; no stack trace, class name or unbounded input
 * @param errors the places in the request body that are wrong; empty where the body is not to blame
 */
public record Problem(ProblemType type, String detail, List<Violation> errors) {
    /** Of a body that is wrong everywhere, the answer is not larger than the request. */
    private static final int MOST_ERRORS = 100;

    static final String RETRY_AFTER_SECONDS = "1";

    public Problem {
        errors = List.copyOf(errors);
    }

    /** A problem that no part of the request body is to blame for. */
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of());
    }

    /** 400 with everything that is wrong with the request body, as far as a client will read it. */
    public static Problem invalid(List<Violation> violations) {
        var told = violations.subList(0, Math.min(violations.size(), MOST_ERRORS));
        return new Problem(ProblemType.INVALID_REQUEST, "See errors for each place that is wrong.", told);
    }

    /** 503 for what a store behind the service cannot answer right now, and when to ask again. */
    public static ResponseEntity<ProblemDetail> unavailable(String detail) {
        return ResponseEntity.status(ProblemType.SERVICE_UNAVAILABLE.status())
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(of(ProblemType.SERVICE_UNAVAILABLE, detail).toProblemDetail());
    }

    /** What the framework or the server refused with a status alone. */
    static Problem ofStatus(int status) {
        var type = ProblemType.of(status);
        return of(
                type,
                switch (type.slug()) {
                    case "unauthorized" -> "Send a valid access token in the Authorization header.";
                    case "forbidden" -> "The access token lacks the scope for this request.";
                    case "not-found" -> "No resource has this path.";
                    case "method-not-allowed" -> "The Allow header names the methods that this path supports.";
                    case "not-acceptable" -> "This resource comes as application/json.";
                    case "unsupported-media-type" -> "The Accept header names the media types that this path reads.";
                    case "payload-too-large" -> "The request is larger than the service reads.";
                    case "service-unavailable" -> "Try again later.";
                    case "internal-error" -> "The request id finds the cause in the service's logs.";
                    default -> "The request is malformed.";
                });
    }

    /** The answer of a controller; the edge adds the request's id and path to it. */
    public ResponseEntity<ProblemDetail> toResponse() {
        return ResponseEntity.status(type.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(toProblemDetail());
    }

    ProblemDetail toProblemDetail() {
        var body = ProblemDetail.forStatusAndDetail(type.status(), detail);
        body.setType(type.uri());
        body.setTitle(type.title());
        if (!errors.isEmpty()) {
            body.setProperty("errors", errors);
        }
        return body;
    }
}
