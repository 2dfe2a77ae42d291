package io.discounts.loadtests.events;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SeriesTest {
    private static final String REDEMPTION = "01935a7cf2e8b1c0a5d2e4f60718293a";

    @Test
    void changesOfOneDiscountAreOne() {
        assertThat(Series.of("ES/p:1", "ES/p:1@3")).isEqualTo(Series.of("ES/p:1", "ES/p:1@4"));
        assertThat(Series.of("ES/p:1", "ES/p:1@3")).isNotEqualTo(Series.of("ES/p:2", "ES/p:2@3"));
    }

    @Test
    void eachRedemptionOfADiscountHasItsOwn() {
        var held = Series.of("ES/p:1", REDEMPTION + "/held/p:1");

        assertThat(held).isEqualTo(Series.of("ES/p:1", REDEMPTION + "/confirmed-late/p:1"));
        assertThat(held).isNotEqualTo(Series.of("ES/p:2", REDEMPTION + "/held/p:2"));
        assertThat(held).isNotEqualTo(Series.of("ES/p:1", REDEMPTION.replace('a', 'b') + "/held/p:1"));
        assertThat(held).isNotEqualTo(Series.of("ES/p:1", "ES/p:1@3"));
    }
}
