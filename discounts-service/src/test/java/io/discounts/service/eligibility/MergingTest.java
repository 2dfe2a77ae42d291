package io.discounts.service.eligibility;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

class MergingTest {
    private record Numbered(int number, String from) {
        static final Comparator<Numbered> ORDER = Comparator.comparingInt(Numbered::number);
    }

    @Property(tries = 300)
    void putsTwoListsInOrder(@ForAll @Size(max = 8) Set<Byte> some, @ForAll @Size(max = 8) Set<Byte> others) {
        var all = new TreeSet<>(some);
        all.addAll(others);

        var merged = Merging.inOrder(sorted(some), sorted(others), Comparator.naturalOrder());

        assertThat(merged).containsExactlyElementsOf(all);
    }

    @Test
    void takesTheFirstOfTwins() {
        var some = List.of(new Numbered(1, "some"), new Numbered(3, "some"));
        var others = List.of(new Numbered(1, "others"), new Numbered(2, "others"), new Numbered(3, "others"));

        assertThat(Merging.inOrder(some, others, Numbered.ORDER))
                .containsExactly(new Numbered(1, "some"), new Numbered(2, "others"), new Numbered(3, "some"));
    }

    private static List<Byte> sorted(Set<Byte> numbers) {
        return List.copyOf(new TreeSet<>(numbers));
    }
}
