package io.discounts.service.ingestion.kinesis;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.kinesis.leases.Lease;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LeaseTenureTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private final StopSignal stop = new StopSignal();
    private final List<Lease> dropped = new ArrayList<>();
    private @Nullable Lease held = lease();
    private final LeaseTenure tenure = new LeaseTenure(stop, () -> held, dropped::add);

    @Test
    void lastsWhileTheLeaseIsHeld() {
        assertThat(tenure.lastsFor(Duration.ZERO)).isTrue();
    }

    @Test
    void endsWhenTheLeaseIsLost() {
        held = null;

        assertThat(tenure.lastsFor(Duration.ZERO)).isFalse();
    }

    @Test
    void endsWhenTheLeaseWasLostAndWonAgain() {
        held = lease();

        assertThat(tenure.lastsFor(Duration.ZERO)).isFalse();
    }

    @Test
    void endsInTheMidstOfAWaitWhenTheServiceStops() {
        var waiting = CompletableFuture.supplyAsync(() -> tenure.lastsFor(LONG));

        stop.raise();

        await().until(waiting::isDone);
        assertThat(waiting).isCompletedWithValue(false);
    }

    @Test
    void endsWhenItsThreadIsInterrupted() throws InterruptedException {
        var lasted = new CompletableFuture<Boolean>();
        var thread = Thread.startVirtualThread(() -> lasted.complete(tenure.lastsFor(LONG)));

        thread.interrupt();
        thread.join();

        assertThat(lasted).isCompletedWithValue(false);
    }

    @Test
    void givesBackItsOwnLease() {
        tenure.surrender();

        assertThat(dropped).containsExactly(held);
    }

    @Test
    void givesBackNoLeaseThatIsNotItsOwn() {
        held = lease();

        tenure.surrender();

        assertThat(dropped).isEmpty();
    }

    private static Lease lease() {
        var lease = new Lease();
        lease.leaseKey("000000000000:stores:1:shardId-0");
        lease.concurrencyToken(UUID.randomUUID());
        return lease;
    }
}
