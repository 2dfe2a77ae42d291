package io.discounts.service.discount;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import java.util.LinkedHashSet;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

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
}
