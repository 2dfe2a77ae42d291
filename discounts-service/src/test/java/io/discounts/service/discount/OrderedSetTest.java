package io.discounts.service.discount;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OrderedSetTest {

    /** Few elements and many, with repetitions. */
    @Property(tries = 300)
    void isASetInTheOrderTold(
            @ForAll @Size(max = 40) List<@IntRange(max = 60) Integer> elements,
            @ForAll @IntRange(max = 60) Integer other) {
        var known = new LinkedHashSet<>(elements);

        var set = OrderedSet.copyOf(elements);

        assertThat(set).hasSameSizeAs(known).isEqualTo(known).hasSameHashCodeAs(known);
        assertThat(known).isEqualTo(set);
        assertThat(List.copyOf(set)).isEqualTo(List.copyOf(known));
        assertThat(set.contains(other)).isEqualTo(known.contains(other));
    }

    /** Sets of its own kind and others, with and without something in common. */
    @Property(tries = 300)
    void knowsWhatItHasInCommonWithAnother(
            @ForAll @Size(max = 20) List<@IntRange(max = 90) Integer> some,
            @ForAll @Size(max = 20) List<@IntRange(max = 90) Integer> others) {
        var expected = !Collections.disjoint(some, others);

        assertThat(OrderedSet.haveCommon(OrderedSet.copyOf(some), OrderedSet.copyOf(others)))
                .isEqualTo(expected);
        assertThat(OrderedSet.haveCommon(OrderedSet.copyOf(some), new HashSet<>(others)))
                .isEqualTo(expected);
        assertThat(OrderedSet.copyOf(some).isEmpty()).isEqualTo(some.isEmpty());
    }

    @Test
    void isNotCopiedAgain() {
        var set = OrderedSet.copyOf(List.of("a", "b"));

        assertThat(OrderedSet.copyOf(set)).isSameAs(set);
    }

    @Test
    void changesWithNobody() {
        assertThat(OrderedSet.copyOf(List.of("a"))).isUnmodifiable();
    }

    @Test
    void holdsNoNull() {
        assertThat(OrderedSet.copyOf(List.of("a")).contains(null)).isFalse();
    }

    @Test
    void endsWhereItsElementsDo() {
        var elements = OrderedSet.copyOf(List.of("b", "a")).iterator();

        assertThat(elements.next()).isEqualTo("b");
        assertThat(elements.next()).isEqualTo("a");
        assertThat(elements.hasNext()).isFalse();
        assertThatThrownBy(elements::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void refusesNull() {
        assertThatThrownBy(() -> OrderedSet.copyOf(Arrays.asList("a", null))).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> OrderedSet.copyOf(Collections.singletonList(null)))
                .isInstanceOf(NullPointerException.class);
    }
}
