package io.discounts.sdk;

import java.util.Objects;

/**
 * What a backend may know of the call it serves.
 *
 * @param deadline after which nobody waits for the answer
 * @param cancellation tells if nobody waits for it earlier than that
 */
public record BackendCall(Priority priority, Deadline deadline, Cancellation cancellation) {
    public BackendCall {
        Objects.requireNonNull(priority, "priority");
        Objects.requireNonNull(deadline, "deadline");
        Objects.requireNonNull(cancellation, "cancellation");
    }

    /** A call that nobody can cancel. */
    public BackendCall(Priority priority, Deadline deadline) {
        this(priority, deadline, Cancellation.never());
    }

    public BackendCall with(Cancellation newCancellation) {
        return new BackendCall(priority, deadline, newCancellation);
    }
}
