package io.discounts.loadtests.ingestion;

import io.discounts.loadtests.harness.Options;
import io.discounts.service.devservers.DevServers;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Two instances share the streams; again and again one of them is stopped in its midst for longer than its leases last,
 * and goes on as if nothing had happened. What it still has in its hands then must change nothing.
 */
public final class ZombieRun {
    private static final String NAME = "zombie-run";

    private ZombieRun() {}

    /**
     * Options: {@code events}, {@code rate} (a second), {@code rounds} of three zombies each (one more follows), {@code frozen} (seconds),
     * {@code seed}.
     */
    public static void run(Options options) throws IOException, SQLException, InterruptedException {
        var events = options.number("events", 60_000);
        var rate = options.number("rate", 300);
        var rounds = options.number("rounds", 3);
        var frozen = Duration.ofSeconds(options.number("frozen", 12));
        var seed = options.number("seed", 42);
        options.requireNoOthers();
        var database = DevServers.running().database();
        new TroubledPair(NAME, events, rate, seed)
                .run((streams, applied) -> new Haunting(new Zombies(streams, database, applied, frozen), rounds));
    }

    private record Haunting(Zombies zombies, int rounds) implements TroubledPair.Trouble {
        @Override
        public void befall() throws IOException, SQLException, InterruptedException {
            for (int round = 0; round < rounds; round++) {
                zombies.anywhere();
                zombies.beforeWriting();
                zombies.beforeCommit();
            }
            zombies.beforeCommitForLong();
        }

        @Override
        public void tell() {
            zombies.tell();
        }
    }
}
