package io.discounts.sdk.spi;

import io.discounts.sdk.Cancellation;
import io.discounts.sdk.Deadline;

import java.util.Map;
import java.util.Objects;

/**
 * A request to the service.
 *
 * @param path relative to the service's base address, beginning with a slash, encoded
 * @param body JSON, to be sent in UTF-8
 */
public record TransportRequest(
        String method,
        String path,
        Map<String, String> headers,
        String body,
        Deadline deadline,
        Cancellation cancellation) {
    public TransportRequest {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(path, "path");
        headers = Map.copyOf(headers);
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(deadline, "deadline");
        Objects.requireNonNull(cancellation, "cancellation");
    }
}
