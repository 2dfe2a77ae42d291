package io.discounts.service.edge;

import java.util.List;

/**
 * What a request turned out to be: a value that may be used, or everything that is wrong with it.
 *
 * @param <T> the value of a valid request
 */
public sealed interface Validated<T> {
    /** A request that may be served. */
    record Valid<T>(T value) implements Validated<T> {}

    /** A request that is refused; at least one violation, all of them where they can be told at once. */
    record Invalid<T>(List<Violation> violations) implements Validated<T> {
        public Invalid {
            violations = List.copyOf(violations);
            if (violations.isEmpty()) {
                throw new IllegalArgumentException("a refusal gives its reasons");
            }
        }
    }
}
