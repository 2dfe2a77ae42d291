package io.discounts.sdk.shadow;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How far the service had applied the events that a mismatch may depend on.
 *
 * @param concerned the providers; none: all that there are
 * @param applied by provider
 */
record Watermarks(Set<String> concerned, Map<String, Instant> applied) {
    /** The stream of store facts, which decide what a scope covers. */
    private static final String STORES = "stores";

    /** How long it takes at least until all have passed this moment; zero once they have, for ever if one is absent. */
    Duration until(Instant moment) {
        if (!isComplete()) {
            return ChronoUnit.FOREVER.getDuration();
        }
        var left = Duration.between(lowest(), moment);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** The one that is furthest behind, of those that are there. */
    Instant lowest() {
        return counting()
                .map(applied::get)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    /** Whether each provider has one. Of a provider that has none, nothing was ever applied. */
    boolean isComplete() {
        return applied.keySet().containsAll(concerned);
    }

    private Stream<String> counting() {
        return concerned.isEmpty()
                ? applied.keySet().stream()
                : Stream.concat(concerned.stream(), Stream.of(STORES).filter(applied::containsKey));
    }
}
