package io.discounts.service.edge;

import org.junit.jupiter.api.Test;

import java.time.Duration;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

class BacklogTest {
    private static final Duration LONG = ofMillis(30);

    private final FakeNanos time = new FakeNanos();
    private final Backlog backlog = new Backlog(ofMillis(20), time);

    @Test
    void isLongForEachByWhatItMattersOnceItStands() {
        stand();

        assertThat(backlog.isTooLongFor(Priority.SHADOW, ofMillis(10))).isFalse();
        assertThat(backlog.isTooLongFor(Priority.SHADOW, ofMillis(11))).isTrue();
        assertThat(backlog.isTooLongFor(Priority.BROWSE, ofMillis(20))).isFalse();
        assertThat(backlog.isTooLongFor(Priority.BROWSE, ofMillis(21))).isTrue();
        assertThat(backlog.isTooLongFor(Priority.CHECKOUT, ofMillis(500))).isFalse();
        assertThat(backlog.isTooLongFor(Priority.CHECKOUT, ofMillis(501))).isTrue();
    }

    @Test
    void isGoneOnceARequestHasBegunAtOnce() {
        stand();

        backlog.isTooLongFor(Priority.SHADOW, ofMillis(5));

        assertThat(backlog.isTooLongFor(Priority.BROWSE, LONG)).isFalse();
    }

    @Test
    void isAPauseWhereNothingHasBegunMeanwhile() {
        backlog.isTooLongFor(Priority.BROWSE, Duration.ZERO);
        time.pass(ofMillis(400));

        assertThat(backlog.isTooLongFor(Priority.BROWSE, ofMillis(400))).isFalse();
        time.pass(ofMillis(1));
        assertThat(backlog.isTooLongFor(Priority.BROWSE, ofMillis(390))).isFalse();
    }

    @Test
    void outlastsAPause() {
        stand();
        time.pass(ofMillis(400));

        assertThat(backlog.isTooLongFor(Priority.BROWSE, ofMillis(390))).isTrue();
    }

    @Test
    void isForgottenWhenNobodyHasComeForASecond() {
        stand();
        time.pass(ofMillis(1_001));

        assertThat(backlog.isTooLongFor(Priority.BROWSE, LONG)).isFalse();
    }

    @Test
    void standsSoonerWhereSomebodyHasBeenTurnedAwayOfLate() {
        stand();
        assertThat(backlog.isTooLongFor(Priority.BROWSE, LONG)).isTrue();

        backlog.isTooLongFor(Priority.BROWSE, Duration.ZERO);
        waitLongFor(ofMillis(251));

        assertThat(backlog.isTooLongFor(Priority.BROWSE, LONG)).isTrue();
    }

    @Test
    void standsNoSoonerTwoSecondsLater() {
        stand();
        assertThat(backlog.isTooLongFor(Priority.BROWSE, LONG)).isTrue();
        time.pass(ofMillis(2_001));

        backlog.isTooLongFor(Priority.BROWSE, Duration.ZERO);
        waitLongFor(ofMillis(499));

        assertThat(backlog.isTooLongFor(Priority.BROWSE, LONG)).isFalse();
    }

    private void stand() {
        waitLongFor(ofMillis(550));
    }

    /** A request a millisecond, each of which has waited. */
    private void waitLongFor(Duration span) {
        for (int i = 0; i < span.toMillis(); i++) {
            backlog.isTooLongFor(Priority.BROWSE, LONG);
            time.pass(ofMillis(1));
        }
    }
}
