package io.discounts.service.discount;

import org.jspecify.annotations.Nullable;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An immutable set in the order it was told in, without null. Most have a handful of elements: those are compared one by one,
 * for tables of their hashes would be most of what a discount costs to read and to keep.
 */
public final class OrderedSet<E> extends AbstractSet<E> {
    private static final int FEW = 16;

    private final List<E> elements;

    /** To look many up in; of few null. */
    private final @Nullable Set<E> index;

    private OrderedSet(List<E> elements) {
        this.elements = elements;
        this.index = elements.size() > FEW ? Set.copyOf(elements) : null;
    }

    /** Repeated elements collapse; the same if it is one of these. */
    @SuppressWarnings("unchecked") // An immutable set of some kind of E is a set of E.
    public static <E> Set<E> copyOf(Collection<? extends E> elements) {
        if (elements instanceof OrderedSet<?> already) {
            return (Set<E>) already;
        }
        return elements.isEmpty() ? Set.of() : of(List.copyOf(elements));
    }

    private static <E> Set<E> of(List<E> elements) {
        var distinct =
                elements.size() <= FEW && areDistinct(elements) ? elements : List.copyOf(new LinkedHashSet<>(elements));
        return new OrderedSet<>(distinct);
    }

    private static <E> boolean areDistinct(List<E> elements) {
        for (int i = 1; i < elements.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (elements.get(i).equals(elements.get(j))) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public boolean contains(@Nullable Object element) {
        return element != null && (index == null ? elements.contains(element) : index.contains(element));
    }

    @Override
    public Iterator<E> iterator() {
        return elements.iterator();
    }

    @Override
    public int size() {
        return elements.size();
    }

    // What follows would do nothing, rather than refuse, where there is nothing to change.

    @Override
    public boolean addAll(Collection<? extends E> elements) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean remove(@Nullable Object element) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean removeAll(Collection<?> elements) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean removeIf(Predicate<? super E> filter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean retainAll(Collection<?> elements) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void clear() {
        throw new UnsupportedOperationException();
    }
}
