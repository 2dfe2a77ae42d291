package io.discounts.sdk.testkit;

import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class PerformanceTest {
    private final TickingClock clock = new TickingClock();

    @Test
    void givesEachRequestItsTurn() {
        var performance = new Performance(Behaviours.healthy(), clock);
        performance.next("/a");
        clock.advance(Duration.ofSeconds(3));

        assertThat(performance.next("/b").turn()).isEqualTo(new Turn(1, Duration.ofSeconds(3), "/b"));
    }

    @Test
    void opensTheDoorForTheRequestToCome() {
        var script = Script.first(1, Behaviours.wrongCertificate(), Behaviours.healthy());
        var performance = new Performance(script, clock);

        assertThat(performance.door()).isEqualTo(Door.WRONG_CERTIFICATE);
        performance.next("/a");
        assertThat(performance.door()).isEqualTo(Door.OPEN);
    }

    @Test
    void countsNoTurnForWhoeverOnlyLooksAtTheDoor() {
        var performance = new Performance(Behaviours.healthy(), clock);

        performance.door();
        performance.door();

        assertThat(performance.next("/a").turn().number()).isZero();
    }

    @Test
    void movesTheDoorWithTime() {
        var performance = new Performance(Script.flapping(Duration.ofSeconds(5), Behaviours.blackHole()), clock);
        assertThat(performance.door()).isEqualTo(Door.BLACK_HOLE);

        clock.advance(Duration.ofSeconds(5));
        assertThat(performance.door()).isEqualTo(Door.OPEN);

        clock.advance(Duration.ofSeconds(5));
        assertThat(performance.door()).isEqualTo(Door.BLACK_HOLE);
    }

    @Test
    void keepsTheDoorOfWhatIsLate() {
        var late = Behaviours.late(number -> Duration.ZERO, Behaviours.blackHole());

        assertThat(new Performance(late, clock).door()).isEqualTo(Door.BLACK_HOLE);
    }

    @Test
    void leavesTheDoorAloneForAPath() {
        var script = Script.only("/v1", Behaviours.silence());
        var performance = new Performance(script, clock);

        assertThat(performance.door()).isEqualTo(Door.OPEN);
        assertThat(performance.next("/v1/discounts/search").behaviour())
                .isSameAs(script.at(new Turn(0, Duration.ZERO, "/v1")));
    }
}
