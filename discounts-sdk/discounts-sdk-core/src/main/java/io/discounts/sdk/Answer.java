package io.discounts.sdk;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * An answer with its origin.
 *
 * @param stage the stage the call was at
 * @param failure why the side that was asked first did not answer; absent unless another had to
 */
public record Answer<T>(
        T value,
        Source source,
        Reason reason,
        Stage stage,
        @Nullable DiscountsException failure) {
    public Answer {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(stage, "stage");
    }

    /** The path that what follows from this answer has to take. */
    public Path path() {
        return source == Source.LOCAL ? Path.LOCAL : Path.REMOTE;
    }
}
