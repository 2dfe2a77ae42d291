package io.discounts.loadtests.redemption;

import org.junit.jupiter.api.Test;

import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class ExclusiveTurnsTest {
    @Test
    void followEachOther() {
        var turns = of(
                "1/held/p:a", "2/held/p:b", "1/expired/p:a", "3/held/p:a", "1/confirmed-late/p:a", "3/confirmed/p:a");

        assertThat(turns.overlaps()).isEmpty();
        assertThat(turns.turns()).isEqualTo(3);
    }

    @Test
    void overlapWhenOneBeginsInTheMidstOfAnother() {
        assertThat(of("1/held/p:a", "2/held/p:a").overlaps()).hasSize(1);
        assertThat(of("1/held/p:a", "1/released/p:a", "2/held/p:a", "3/held/p:a", "2/confirmed/p:a")
                        .overlaps())
                .hasSize(2);
    }

    private static ExclusiveTurns of(String... ids) {
        return ExclusiveTurns.of(Stream.of(ids).map(RedemptionEvent::of).toList());
    }
}
