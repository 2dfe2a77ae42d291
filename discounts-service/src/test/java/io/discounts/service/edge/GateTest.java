package io.discounts.service.edge;

import io.discounts.service.edge.Admission.Admitted;
import io.discounts.service.edge.Admission.Refused;
import io.discounts.service.edge.LoadSettings.Bounds;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

class GateTest {
    private static final Duration FAST = ofMillis(2);
    private static final Duration SLOW = ofMillis(50);
    private static final int LEAST = 10;
    private static final int MOST = 50;

    private final FakeNanos time = new FakeNanos();
    private final Gate gate = new Gate(new Bounds(LEAST, MOST, ofMillis(20)), new Backlog(ofMillis(20), time), time);

    @Test
    void keepsTheLastPlacesForWhatMattersMore() {
        assertThat(gate.limit()).isEqualTo(40);

        assertThat(fill(Priority.SHADOW)).hasSize(20);
        assertThat(fill(Priority.BROWSE)).hasSize(20);
        assertThat(fill(Priority.CHECKOUT)).hasSize(120);

        assertThat(gate.admit(Priority.CHECKOUT, CallerPatience.ENDLESS, Duration.ZERO))
                .isEqualTo(Refused.SHED);
        assertThat(gate.inFlight()).isEqualTo(160);
    }

    @Test
    void givesAPlaceToTheNextOnceOneIsFree() {
        var places = new ArrayDeque<>(fill(Priority.BROWSE));

        places.remove().answered();
        places.remove().failed();

        assertThat(fill(Priority.BROWSE)).hasSize(2);
        assertThat(gate.admit(Priority.BROWSE, CallerPatience.ENDLESS, Duration.ZERO))
                .isEqualTo(Refused.SHED);
    }

    @Test
    void takesFewerAtATimeWhileRequestsTakeTooLong() {
        rounds(60, SLOW);

        assertThat(gate.limit()).isEqualTo(LEAST);
    }

    @Test
    void takesMoreAtATimeAgainWithinTenSeconds() {
        rounds(60, SLOW);

        rounds(100, FAST);

        assertThat(gate.limit()).isEqualTo(MOST);
    }

    @Test
    void staysAsItIsWhileLittleIsAsked() {
        for (int i = 0; i < 500; i++) {
            answered(List.of(admitted()), FAST);
            time.pass(ofMillis(20));
        }

        assertThat(gate.limit()).isEqualTo(40);
    }

    @Test
    void isDeafToAFewThatWaitForAStore() {
        for (int i = 0; i < 100; i++) {
            var places = IntStream.range(0, 20).mapToObj(each -> admitted()).toList();
            answered(places.subList(0, 14), FAST);
            answered(places.subList(14, 20), ofMillis(500));
        }

        assertThat(gate.limit()).isGreaterThanOrEqualTo(40);
    }

    @Test
    void learnsNothingFromWhatFailed() {
        for (int i = 0; i < 100; i++) {
            var places = fill(Priority.BROWSE);
            time.pass(SLOW);
            places.forEach(Admitted::failed);
        }

        assertThat(gate.limit()).isEqualTo(40);
    }

    @Test
    void refusesWhoWouldHaveGoneBeforeTheAnswerCame() {
        rounds(10, SLOW);

        assertThat(gate.admit(Priority.CHECKOUT, ofMillis(49), Duration.ZERO)).isEqualTo(Refused.LATE);
        assertThat(gate.admit(Priority.CHECKOUT, ofMillis(50), Duration.ZERO)).isInstanceOf(Admitted.class);
        assertThat(gate.inFlight()).isEqualTo(1);
    }

    /** Else nobody would ever find out that it is fast again. */
    @Test
    void triesAgainWhenItHasLongNotSeenHowLongRequestsTake() {
        rounds(10, SLOW);

        time.pass(ofSeconds(1));

        assertThat(gate.admit(Priority.CHECKOUT, ofMillis(1), Duration.ZERO)).isInstanceOf(Admitted.class);
    }

    /** Windows in which all places are taken, and given back after so long. */
    private void rounds(int count, Duration duration) {
        for (int i = 0; i < count; i++) {
            answered(fill(Priority.BROWSE), duration);
            time.pass(ofMillis(100).minus(duration));
        }
    }

    private void answered(List<Admitted> places, Duration duration) {
        time.pass(duration);
        places.forEach(Admitted::answered);
    }

    private Admitted admitted() {
        return (Admitted) gate.admit(Priority.CHECKOUT, CallerPatience.ENDLESS, Duration.ZERO);
    }

    private List<Admitted> fill(Priority priority) {
        var places = new ArrayList<Admitted>();
        while (gate.admit(priority, CallerPatience.ENDLESS, Duration.ZERO) instanceof Admitted admitted) {
            places.add(admitted);
        }
        return places;
    }
}
