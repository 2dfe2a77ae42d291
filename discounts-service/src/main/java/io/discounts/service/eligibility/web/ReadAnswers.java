package io.discounts.service.eligibility.web;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How reads answer over HTTP, whatever they were asked. */
final class ReadAnswers {
    private ReadAnswers() {}

    static ResponseEntity<?> decided(byte[] json) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json);
    }
}
