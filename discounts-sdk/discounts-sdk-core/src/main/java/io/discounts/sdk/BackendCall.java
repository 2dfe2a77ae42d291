package io.discounts.sdk;

import java.util.Objects;

/**
 * What a backend may know of the call it serves.
 *
 * @param deadline after which nobody waits for the answer
 */
public record BackendCall(Priority priority, Deadline deadline) {
    public BackendCall {
        Objects.requireNonNull(priority, "priority");
        Objects.requireNonNull(deadline, "deadline");
    }
}
