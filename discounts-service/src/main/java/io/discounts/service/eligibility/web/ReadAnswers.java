package io.discounts.service.eligibility.web;

import io.discounts.service.edge.Answer;
import io.discounts.service.edge.Problem;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How reads answer where Spring MVC writes the answer. */
final class ReadAnswers {
    private ReadAnswers() {}

    static ResponseEntity<?> of(Answer answer) {
        return switch (answer) {
            case Answer.Json json -> decided(json.bytes().toByteArray());
            case Answer.Unavailable unavailable -> Problem.unavailable(unavailable.reason());
        };
    }

    static ResponseEntity<?> decided(byte[] json) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json);
    }
}
