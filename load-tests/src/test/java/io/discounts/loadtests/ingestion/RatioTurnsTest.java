package io.discounts.loadtests.ingestion;

import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class RatioTurnsTest {
    private final RatioTurns turns = new RatioTurns("new");

    @Test
    void comparesTheMediansOfThoseWhoWriteTheSameRows() {
        turns.add(turn(1_000), turn(10), turn(1_000));
        turns.add(turn(2_000), turn(10), turn(500));
        turns.add(turn(9_000), turn(10), turn(100));

        assertThat(turns.ratio()).isEqualTo(0.25);
    }

    @Test
    void tellsWhatADiscountCosts() {
        turns.add(turn(1_000), turn(500), turn(800));

        assertThat(turns.cells())
                .containsExactly(
                        "new",
                        "0.80",
                        "0.50",
                        "100",
                        "125",
                        "200",
                        "5,000 + 500 + 1,000 (400)",
                        "4,000 + 400 + 800 (320)",
                        "2,500 + 250 + 500 (200)");
        assertThat(turns.cells()).hasSameSizeAs(RatioTurns.HEADINGS);
    }

    @Test
    void forgetsRoundsThatDoNotCount() {
        turns.add(turn(9_000), turn(100), turn(100));

        turns.forget();
        turns.add(turn(1_000), turn(500), turn(800));

        assertThat(turns.ratio()).isEqualTo(0.8);
        assertThat(turns.lastRound()).startsWith("new: 100/s, bare 125/s, of the catalog's rows 200/s");
    }

    /** A hundred discounts: a twentieth of the time in Redis, ten times that in the database, twice here, of which the JVM's 0.4. */
    private static RatioTurns.Turn turn(long millis) {
        var took = Duration.ofMillis(millis);
        return new RatioTurns.Turn(
                100, took, new TurnCpu(took.dividedBy(2), took.dividedBy(20), took.dividedBy(10), took.dividedBy(25)));
    }
}
