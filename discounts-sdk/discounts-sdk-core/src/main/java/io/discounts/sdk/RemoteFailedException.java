package io.discounts.sdk;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** The service could not be reached, broke off, or answered with an error of its own. */
public final class RemoteFailedException extends DiscountsException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable Duration retryAfter;

    /** It could not be reached or broke off. */
    public RemoteFailedException(String message, @Nullable Throwable cause) {
        super(Reason.REMOTE_FAILED, message, cause);
        this.status = 0;
        this.retryAfter = null;
    }

    /** It answered with an HTTP status that means an error of its own, and perhaps when to ask again. */
    public RemoteFailedException(String message, int status, @Nullable Duration retryAfter) {
        super(Reason.REMOTE_FAILED, message, null);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /** The HTTP status; empty if there was no answer. */
    public OptionalInt status() {
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /** How long the service asks to be left alone. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
