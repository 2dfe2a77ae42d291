package io.discounts.service.outbox.stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever rests too long here fails by the time limit. */
@Timeout(30)
class AlarmClockTest {
    private static final Duration FOREVER = Duration.ofHours(1);

    private final AlarmClock alarm = new AlarmClock();

    @Test
    void remembersThatItRangBeforeTheRest() throws InterruptedException {
        alarm.ring();

        alarm.rest(FOREVER);
    }

    @Test
    void countsManyRingsAsOne() throws InterruptedException {
        alarm.ring();
        alarm.ring();
        alarm.rest(FOREVER);
        var began = System.nanoTime();

        alarm.rest(Duration.ofMillis(50));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
    }

    @Test
    void gathersForAWhileOnceItHasRung() throws InterruptedException {
        alarm.ring();
        var began = System.nanoTime();

        alarm.rest(FOREVER, Duration.ofMillis(50));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
    }

    @Test
    void letsNoWorkEndAPause() throws InterruptedException {
        alarm.ring();
        var began = System.nanoTime();

        alarm.pause(Duration.ofMillis(50));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
    }

    @Test
    void endsRestsAndPausesForGoodWhenItStops() throws InterruptedException {
        alarm.stop();

        alarm.rest(FOREVER);
        alarm.rest(FOREVER, FOREVER);
        alarm.pause(FOREVER);
        assertThat(alarm.isStopped()).isTrue();
    }
}
