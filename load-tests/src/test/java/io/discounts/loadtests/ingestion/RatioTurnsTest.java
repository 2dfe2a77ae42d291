package io.discounts.loadtests.ingestion;

import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class RatioTurnsTest {
    private final RatioTurns turns = new RatioTurns("new");

    @Test
    void comparesTheMediansOfBoth() {
        turns.add(turn(1_000), turn(1_000), turn(1_000));
        turns.add(turn(2_000), turn(500), turn(1_000));
        turns.add(turn(9_000), turn(100), turn(1_000));

        assertThat(turns.ratio()).isEqualTo(0.25);
    }

    @Test
    void tellsWhatADiscountCosts() {
        turns.add(turn(1_000), turn(500), turn(800));

        assertThat(turns.cells())
                .containsExactly(
                        "new", "0.50", "0.80", "100", "200", "125", "5,000 + 1,000", "2,500 + 500", "4,000 + 800");
        assertThat(turns.cells()).hasSameSizeAs(RatioTurns.HEADINGS);
    }

    /** A hundred discounts, half of the time in the database and a tenth of it here. */
    private static RatioTurns.Turn turn(long millis) {
        var took = Duration.ofMillis(millis);
        return new RatioTurns.Turn(100, took, took.dividedBy(2), took.dividedBy(10));
    }
}
