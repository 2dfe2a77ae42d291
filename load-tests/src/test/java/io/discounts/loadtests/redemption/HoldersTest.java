package io.discounts.loadtests.redemption;

import io.discounts.loadtests.harness.Held;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import static org.assertj.core.api.Assertions.assertThat;

class HoldersTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final Held LONG = held("1", NOW.plusSeconds(10));
    private static final Held OVER = held("2", NOW);

    private final Holders holders = new Holders(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void mayFollowWhoAsksForTheEnd() {
        holders.begin("p:a", LONG);
        holders.end("p:a", LONG);
        holders.begin("p:a", held("3", NOW.plusSeconds(10)));

        assertThat(holders.overlaps()).isEmpty();
    }

    @Test
    void mayNotHaveWhatAnotherHas() {
        holders.begin("p:a", LONG);
        holders.begin("p:b", held("3", NOW.plusSeconds(10)));
        holders.begin("p:a", held("4", NOW.plusSeconds(10)));

        assertThat(holders.overlaps()).hasSize(1);
    }

    @Test
    void areNoneOnceTheTimeIsOver() {
        holders.begin("p:a", OVER);
        holders.begin("p:a", LONG);
        holders.begin("p:a", OVER);

        assertThat(holders.overlaps()).isEmpty();
    }

    private static Held held(String redemption, Instant until) {
        return new Held(redemption, "HELD", 1, until);
    }
}
