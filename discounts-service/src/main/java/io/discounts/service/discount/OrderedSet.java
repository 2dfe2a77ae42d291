package io.discounts.service.discount;

import org.jspecify.annotations.Nullable;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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

    /** Repeated elements collapse. The array is not to be changed afterwards. */
    @SafeVarargs
    public static <E> Set<E> of(E... elements) {
        if (elements.length == 0) {
            return Set.of();
        }
        var list = Arrays.asList(elements);
        return new OrderedSet<>(elements.length <= FEW && areDistinct(elements) ? list : distinct(list));
    }

    /** The same if it is one of these. */
    @SuppressWarnings("unchecked") // An immutable set of some kind of E is a set of E; so is the array of a list of E.
    public static <E> Set<E> copyOf(Collection<? extends E> elements) {
        return elements instanceof OrderedSet<?> already ? (Set<E>) already : of((E[]) elements.toArray());
    }

    private static boolean areDistinct(Object[] elements) {
        for (int i = 1; i < elements.length; i++) {
            for (int j = 0; j < i; j++) {
                if (elements[i].equals(elements[j])) {
                    return false;
                }
            }
        }
        return true;
    }

    private static <E> List<E> distinct(List<E> elements) {
        return List.copyOf(new LinkedHashSet<>(elements));
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
}
