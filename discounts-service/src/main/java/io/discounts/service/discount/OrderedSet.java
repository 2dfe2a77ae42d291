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

    /** 2<sup>32</sup> over the golden ratio. */
    private static final int SPREAD = 0x9E3779B9;

    private final List<E> elements;

    /** To look many up in; of few null. */
    private final @Nullable Set<E> index;

    /**
     * One bit for each element's hash: what is not in a set of a few, as most that is looked up is not, is told from one that is
     * without a look at any element.
     */
    private final long hashes;

    private OrderedSet(List<E> elements) {
        this.elements = elements;
        this.index = elements.size() > FEW ? Set.copyOf(elements) : null;
        long bits = 0;
        for (var element : elements) {
            bits |= bit(element);
        }
        this.hashes = bits;
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
        return element != null
                && (hashes & bit(element)) != 0
                && (index == null ? elements.contains(element) : index.contains(element));
    }

    /** Whether anything is in both; of two of these that have nothing in common one look at each nearly always tells. */
    public static boolean haveCommon(Set<?> some, Set<?> others) {
        if (some instanceof OrderedSet<?> one
                && others instanceof OrderedSet<?> other
                && (one.hashes & other.hashes) == 0) {
            return false;
        }
        for (var element : others) {
            if (some.contains(element)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean isEmpty() {
        return hashes == 0;
    }

    /** The product's six upper bits depend on all of the hash (Fibonacci hashing). */
    private static long bit(Object element) {
        return 1L << ((element.hashCode() * SPREAD) >>> 26);
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
