package io.discounts.service.discount;

import io.discounts.service.discount.fixtures.ArbitraryDiscounts;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DiscountIdTest {
    @Property(tries = 300)
    void readsWhatItWrites(@ForAll("ids") DiscountId id) {
        assertThat(DiscountId.parse(id.toString())).isEqualTo(id);
    }

    @Property(tries = 300)
    void comparesByTheCodePointsOfTheWrittenForm(@ForAll("ids") DiscountId one, @ForAll("ids") DiscountId other) {
        int expected = Arrays.compare(
                one.toString().codePoints().toArray(),
                other.toString().codePoints().toArray());

        assertThat(Integer.signum(one.compareTo(other))).isEqualTo(Integer.signum(expected));
    }

    @Test
    void countsTheColonWhenItCompares() {
        // '-' and '.' come before ':', letters and '~' behind it; ids are case-sensitive.
        var ordered = Stream.of("a-b:1", "a.b:1", "a:1", "a:10", "a:9", "a:A", "a:a", "aa:1", "a~:1")
                .map(DiscountId::parse)
                .toList();

        assertThat(ordered).isSorted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "a", "a:", ":1", "a:b:c", "a b:1", "ñ:1", "a:1/2"})
    void refusesWhatIsNoId(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> DiscountId.parse(written));
    }

    @Test
    void boundsBothParts() {
        var longest = "x".repeat(64);

        assertThat(DiscountId.parse(longest + ':' + longest)).hasToString(longest + ':' + longest);
        assertThatIllegalArgumentException().isThrownBy(() -> new DiscountId(longest + 'x', "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> new DiscountId("p", longest + 'x'));
    }

    @Provide
    Arbitrary<DiscountId> ids() {
        return ArbitraryDiscounts.ids();
    }
}
