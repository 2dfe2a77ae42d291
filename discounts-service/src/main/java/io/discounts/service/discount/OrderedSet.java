package io.discounts.service.discount;

import org.jspecify.annotations.Nullable;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
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

    private static final OrderedSet<?> EMPTY = new OrderedSet<>(new Object[0], 0);

    private final Object[] elements;

    /** To look many up in; of few null. */
    private final @Nullable Set<Object> index;

    /**
     * One bit for each element's hash: what is not in a set of a few, as most that is looked up is not, is told from one that is
     * without a look at any element.
     */
    private final long hashes;

    /** @param elements no two of them equal; the set's own from here on */
    private OrderedSet(Object[] elements, long hashes) {
        this.elements = elements;
        this.index = elements.length > FEW ? Set.of(elements) : null;
        this.hashes = hashes;
    }

    /** Repeated elements collapse; the same if it is one of these. */
    @SuppressWarnings("unchecked") // An immutable set of some kind of E is a set of E.
    public static <E> Set<E> copyOf(Collection<? extends E> elements) {
        if (elements instanceof OrderedSet<?> already) {
            return (Set<E>) already;
        }
        return (Set<E>) (elements.isEmpty() ? EMPTY : of(elements.toArray()));
    }

    private static OrderedSet<?> of(Object[] elements) {
        long hashes = hashes(elements);
        return new OrderedSet<>(
                areDistinct(elements, hashes) ? elements : new LinkedHashSet<>(List.of(elements)).toArray(), hashes);
    }

    private static long hashes(Object[] elements) {
        long bits = 0;
        for (var element : elements) {
            bits |= bit(element);
        }
        return bits;
    }

    /** Nearly always each of a few has a bit of its own, and none is compared with another. */
    private static boolean areDistinct(Object[] elements, long hashes) {
        return Long.bitCount(hashes) == elements.length || (elements.length <= FEW && noneIsAnother(elements));
    }

    private static boolean noneIsAnother(Object[] elements) {
        for (int i = 0; i < elements.length; i++) {
            for (int j = 0; j < i; j++) {
                if (elements[i].equals(elements[j])) {
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
                && (index == null ? isAmong(element) : index.contains(element));
    }

    private boolean isAmong(Object element) {
        for (var each : elements) {
            if (each.equals(element)) {
                return true;
            }
        }
        return false;
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
        return new InOrder();
    }

    @Override
    public int size() {
        return elements.length;
    }

    private final class InOrder implements Iterator<E> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < elements.length;
        }

        @Override
        @SuppressWarnings("unchecked") // Nothing else than E was put in.
        public E next() {
            if (next == elements.length) {
                throw new NoSuchElementException();
            }
            return (E) elements[next++];
        }
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
