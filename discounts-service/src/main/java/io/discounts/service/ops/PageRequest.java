package io.discounts.service.ops;

import io.discounts.service.edge.Validated;
import io.discounts.service.edge.Violation;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Which part of a list is asked for.
 *
 * @param behind the key it begins behind; absent: from the beginning
 * @param limit how many items at most, 1 to 200
 * @param <K> the key
 */
record PageRequest<K>(Optional<K> behind, int limit) {
    static final int DEFAULT_LIMIT = 50;
    static final int MAX_LIMIT = 200;

    private static final Pattern LIMIT = Pattern.compile("\\d{1,3}");

    /**
     * Reads the query parameters that all lists have; a violation's pointer names the parameter.
     *
     * @param key reads the cursor's; absent if it is one of another list
     */
    static <K> Validated<PageRequest<K>> of(
            @Nullable String cursor, @Nullable String limit, Function<Cursor, Optional<K>> key) {
        var violations = new ArrayList<Violation>();
        var count = limit == null ? DEFAULT_LIMIT : LIMIT.matcher(limit).matches() ? Integer.parseInt(limit) : 0;
        if (count < 1 || count > MAX_LIMIT) {
            violations.add(new Violation("/limit", "must be a whole number from 1 to " + MAX_LIMIT));
        }
        var behind = cursor == null ? Optional.<K>empty() : Cursor.read(cursor).flatMap(key);
        if (cursor != null && behind.isEmpty()) {
            violations.add(new Violation("/cursor", "must be the nextCursor of an earlier answer of this list"));
        }
        return violations.isEmpty()
                ? new Validated.Valid<>(new PageRequest<>(behind, count))
                : new Validated.Invalid<>(violations);
    }
}
