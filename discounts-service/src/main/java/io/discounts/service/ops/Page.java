package io.discounts.service.ops;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list, as all lists below {@code /ops} are answered.
 *
 * @param nextCursor what to ask for the next part with; null at the end
 * @param <T> an item's form in JSON
 */
record Page<T>(List<T> items, @Nullable String nextCursor) {
    Page {
        items = List.copyOf(items);
    }

    /**
     * Makes a page of items that may go on.
     *
     * @param cursor what continues behind an item
     */
    static <S, T> Page<T> of(List<S> items, boolean more, Function<S, T> form, Function<S, Cursor> cursor) {
        var next = more && !items.isEmpty() ? cursor.apply(items.getLast()).write() : null;
        return new Page<>(items.stream().map(form).toList(), next);
    }
}
