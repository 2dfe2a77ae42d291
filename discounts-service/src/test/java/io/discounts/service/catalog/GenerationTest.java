package io.discounts.service.catalog;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GenerationTest {
    private static final long MANY = 1_000_000_000_000L;

    @Test
    void leavesTheFirstGenerationsVersionsAsTheyAre() {
        assertThat(new Generation(0).version(17)).isEqualTo(17);
    }

    @Property
    void putsEverySheetOfALaterGenerationAboveAllOfAnEarlierOne(
            @ForAll @LongRange(max = 8_000_000) long earlier,
            @ForAll @LongRange(min = 1, max = 300_000) long later,
            @ForAll @LongRange(max = MANY) long some,
            @ForAll @LongRange(max = MANY) long others) {
        assertThat(new Generation(earlier + later).version(some))
                .isGreaterThan(new Generation(earlier).version(others));
    }
}
