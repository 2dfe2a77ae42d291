package io.discounts.service.discount;

import org.jspecify.annotations.Nullable;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A handful of values in their order, looked through one by one. Discounts name one to four of nearly everything; of hash tables, each
 * read would touch a dozen places of memory for every discount. Values are not null.
 */
final class Few<T> extends AbstractSet<T> {
    private static final int MOST = 8;

    private final Object[] values;

    private Few(Set<T> values) {
        this.values = values.toArray();
    }

    /** An immutable set in the order of the collection, however many there are. */
    static <T> Set<T> inOrder(Collection<T> values) {
        if (values.isEmpty()) {
            return Set.of();
        }
        var distinct = new LinkedHashSet<>(values);
        return Collections.unmodifiableSet(distinct.size() > MOST ? distinct : new Few<>(distinct));
    }

    @Override
    public boolean contains(@Nullable Object other) {
        for (var value : values) {
            if (value.equals(other)) {
                return true;
            }
        }
        return false;
    }

    @Override
    @SuppressWarnings("unchecked") // They come from a set of such.
    public Iterator<T> iterator() {
        return (Iterator<T>) Arrays.asList(values).iterator();
    }

    @Override
    public int size() {
        return values.length;
    }
}
