package io.discounts.service.eligibility.web;

import io.discounts.service.edge.Problem;
import io.discounts.service.edge.ProblemType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How reads answer over HTTP, whatever they were asked. */
final class ReadAnswers {
    private static final String RETRY_AFTER_SECONDS = "1";

    private ReadAnswers() {}

    static ResponseEntity<?> decided(byte[] json) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json);
    }

    /** The catalog has nothing to decide upon right now. */
    static ResponseEntity<?> unavailable(String reason) {
        var problem = Problem.of(ProblemType.SERVICE_UNAVAILABLE, reason).toResponse();
        return ResponseEntity.status(problem.getStatusCode())
                .headers(problem.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .body(problem.getBody());
    }
}
