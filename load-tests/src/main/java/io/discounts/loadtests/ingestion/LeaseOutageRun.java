package io.discounts.loadtests.ingestion;

import io.discounts.loadtests.harness.Http;
import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.ServiceProcess;
import io.discounts.service.devservers.DevServers;
import io.discounts.service.devservers.ServerProcess;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import static io.discounts.loadtests.ingestion.Requirement.require;

/**
 * Two instances share the streams while the lease table takes calls and answers none, for longer than leases last: both
 * must take theirs for lost. Searches are answered throughout, and once the table answers again all is read and applied.
 */
public final class LeaseOutageRun implements TroubledPair.Trouble {
    private static final String NAME = "lease-outage-run";
    private static final String SEARCH = "{\"region\":\"ES\",\"storeIds\":[\"s-0\",\"s-10\",\"s-20\"]}";

    private final SharedStreams streams;
    private final ServerProcess table;
    private final int outages;
    private final Duration away;
    private int searches;

    private LeaseOutageRun(SharedStreams streams, ServerProcess table, int outages, Duration away) {
        this.streams = streams;
        this.table = table;
        this.outages = outages;
        this.away = away;
    }

    /**
     * Options: {@code events}, {@code rate} (a second), {@code outages}, {@code away} (seconds of each, more than the 5 for
     * which leases last), {@code seed}.
     */
    public static void run(Options options) throws IOException, SQLException, InterruptedException {
        var events = options.number("events", 30_000);
        var rate = options.number("rate", 200);
        var outages = options.number("outages", 3);
        var away = Duration.ofSeconds(options.number("away", 20));
        var seed = options.number("seed", 42);
        options.requireNoOthers();
        var table = DevServers.running().dynamoDb();
        new TroubledPair(NAME, events, rate, seed)
                .run((streams, applied) -> new LeaseOutageRun(streams, table, outages, away));
    }

    @Override
    public void befall() throws IOException, InterruptedException {
        for (int i = 0; i < outages; i++) {
            require(!streams.flow().isDone(), "The events were all put before the lease table was away");
            outage();
        }
    }

    @Override
    public void tell() {
        streams.report().line("%,d searches, all answered, while the lease table was away", searches);
    }

    private void outage() throws IOException, InterruptedException {
        var before = streams.instances().records();
        table.pause();
        searchUntil(System.nanoTime() + away.toNanos());
        var meanwhile = streams.instances().records() - before;
        table.resume();
        streams.report().line("lease table away for %d s, %,d events applied meanwhile", away.toSeconds(), meanwhile);
        streams.awaitLife();
    }

    /** Each instance is asked twice a second; a search that fails ends the run. */
    private void searchUntil(long end) throws IOException, InterruptedException {
        while (System.nanoTime() < end) {
            search(streams.instances().a());
            search(streams.instances().b());
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private void search(ServiceProcess instance) throws IOException {
        Http.post(instance.url().resolve("/v1/discounts/search"), SEARCH);
        searches++;
    }
}
