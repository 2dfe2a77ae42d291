package io.discounts.loadtests.reads;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class PhaseTest {
    @Test
    void asksForMoreAndMoreInASlowStart() {
        var phases = Phase.slowStart("warm-up", 600, 150);

        assertThat(phases)
                .containsExactly(
                        new Phase("warm-up 1", 150, 37),
                        new Phase("warm-up 2", 300, 38),
                        new Phase("warm-up 3", 450, 37),
                        new Phase("warm-up 4", 600, 38));
    }

    @Test
    void readsWhatItHasWritten() {
        var phases = List.of(new Phase("calm", 12.5, 10), new Phase("x5.0", 600, 3));

        assertThat(Phase.parse(Phase.toText(phases))).isEqualTo(phases);
    }
}
