package io.discounts.service.ingestion.kinesis;

import io.discounts.fixtures.SettableClock;
import org.junit.jupiter.api.Test;
import software.amazon.kinesis.leases.Lease;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class WatchdogTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SettableClock clock = new SettableClock();
    private final Pulses pulses = new Pulses(clock);
    private final List<Lease> held = new ArrayList<>();
    private final Set<String> backlogs = new HashSet<>();
    private final Watchdog watchdog =
            new Watchdog(() -> held, pulses, lease -> backlogs.contains(lease.leaseKey()), PATIENCE, clock);

    @Test
    void barksAtAHeldShardThatIsNotReadThoughRecordsWait() {
        holds("a");
        backlogs.add("a");
        pulses.resting("a");

        clock.advance(PATIENCE.minusMillis(1));
        assertThat(watchdog.isStuck()).isFalse();

        clock.advance(Duration.ofMillis(1));
        assertThat(watchdog.isStuck()).isTrue();
    }

    @Test
    void isQuietWhereNothingWaits() {
        holds("a");
        pulses.resting("a");
        clock.advance(PATIENCE.multipliedBy(10));

        assertThat(watchdog.isStuck()).isFalse();
    }

    @Test
    void isQuietWhileAProcessorIsAtWorkHoweverLong() {
        holds("a");
        backlogs.add("a");
        pulses.working("a");
        clock.advance(PATIENCE.multipliedBy(10));

        assertThat(watchdog.isStuck()).isFalse();
    }

    @Test
    void isQuietAboutShardsThatAreNotHeld() {
        backlogs.add("a");
        pulses.resting("a");
        clock.advance(PATIENCE.multipliedBy(10));

        assertThat(watchdog.isStuck()).isFalse();
    }

    @Test
    void missesAShardThatWasNeverBegun() {
        holds("a");
        backlogs.add("a");
        assertThat(watchdog.isStuck()).isFalse();

        clock.advance(PATIENCE);

        assertThat(watchdog.isStuck()).isTrue();
    }

    @Test
    void letsAChildWaitForItsParents() {
        var child = holds("child");
        child.parentShardIds(List.of("parent"));
        backlogs.add("child");
        assertThat(watchdog.isStuck()).isFalse();

        clock.advance(PATIENCE.multipliedBy(10));

        assertThat(watchdog.isStuck()).isFalse();
    }

    @Test
    void forgetsAShardThatIsOver() {
        var child = holds("a");
        child.parentShardIds(List.of("parent"));
        backlogs.add("a");
        pulses.resting("a");
        pulses.over("a");
        clock.advance(PATIENCE.multipliedBy(10));

        assertThat(watchdog.isStuck()).isFalse();
    }

    private Lease holds(String leaseKey) {
        var lease = new Lease();
        lease.leaseKey(leaseKey);
        held.add(lease);
        return lease;
    }
}
