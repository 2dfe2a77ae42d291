package io.discounts.loadtests.ingestion;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PaceTest {
    @Test
    void spreadsASteadyRateOverTwentyTicks() {
        assertThat(Pace.steady(300)).isEqualTo(new Pace(20, 15));
    }

    @Test
    void fillsCallsAsAProducerThatBuffers() {
        assertThat(Pace.inFullCalls(2_000)).isEqualTo(new Pace(4, 500));
    }

    @Test
    void refusesARateThatFillsNoTick() {
        assertThatIllegalArgumentException().isThrownBy(() -> Pace.steady(19));
        assertThatIllegalArgumentException().isThrownBy(() -> Pace.inFullCalls(499));
    }

    @Test
    void refusesMoreThanACallTakes() {
        assertThatIllegalArgumentException().isThrownBy(() -> Pace.steady(10_020));
    }
}
