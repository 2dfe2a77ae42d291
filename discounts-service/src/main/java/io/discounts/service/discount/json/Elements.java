package io.discounts.service.discount.json;

import io.discounts.service.discount.OrderedSet;

import java.util.Arrays;
import java.util.Set;

import static io.discounts.service.discount.json.CanonicalText.require;

/** Gathers a list whose length nobody knows. */
final class Elements<T> {
    private static final int USUAL = 4;

    private Object[] elements = new Object[USUAL];
    private int size;

    void add(T element) {
        if (size == elements.length) {
            elements = Arrays.copyOf(elements, 2 * size);
        }
        elements[size++] = element;
    }

    /** All of them, of which none may stand there twice. */
    @SuppressWarnings("unchecked") // Nothing but T comes in.
    Set<T> distinct() {
        var set = OrderedSet.of((T[]) Arrays.copyOf(elements, size));
        require(set.size() == size);
        return set;
    }
}
