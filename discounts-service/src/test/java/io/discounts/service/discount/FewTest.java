package io.discounts.service.discount;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class FewTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 8, 9, 100})
    void isAnImmutableSetInOrderHoweverMany(int count) {
        var values = new ArrayList<>(
                IntStream.range(0, count).mapToObj(Integer::toString).toList());
        Collections.reverse(values);

        var few = Few.inOrder(values);

        assertThat(few).containsExactlyElementsOf(values).isUnmodifiable();
        assertThat(few).isEqualTo(Set.copyOf(values)).hasSameHashCodeAs(Set.copyOf(values));
        assertThat(new LinkedHashSet<>(values)).isEqualTo(few);
        assertThat(values).allMatch(few::contains);
        assertThat(few.contains("none")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9})
    void holdsEachValueOnce(int count) {
        var values = IntStream.range(0, 2 * count).mapToObj(i -> i % count).toList();

        assertThat(Few.inOrder(values)).hasSize(count);
    }
}
