package io.discounts.service.catalog;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class ChunksTest {
    @Test
    void cutsByNumber() {
        assertThat(Chunks.of(List.of(1, 2, 3, 4, 5), 2)).containsExactly(List.of(1, 2), List.of(3, 4), List.of(5));
    }

    @Test
    void cutsNothingFromNothing() {
        assertThat(Chunks.of(List.of(), 2)).isEmpty();
    }

    @Test
    void cutsByWeightWhatIsNotTooMany() {
        assertThat(Chunks.of(List.of(3, 4, 3, 10, 1), 3, 10, weight -> weight))
                .containsExactly(List.of(3, 4, 3), List.of(10), List.of(1));
    }

    @Test
    void leavesAloneWhatIsTooHeavyForAnyChunk() {
        assertThat(Chunks.of(List.of(1, 99, 1, 1), 3, 10, weight -> weight))
                .containsExactly(List.of(1), List.of(99), List.of(1, 1));
    }
}
