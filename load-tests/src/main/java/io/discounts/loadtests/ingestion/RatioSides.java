package io.discounts.loadtests.ingestion;

import io.discounts.loadtests.data.FairDatabase;
import io.discounts.loadtests.harness.Streamed;
import io.discounts.service.devservers.Database;
import io.discounts.service.devservers.RunningServers;
import io.discounts.service.ingestion.EventIngestion;
import io.discounts.service.ingestion.ShardBatch;
import io.discounts.service.provider.ProviderAdapters;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import static org.awaitility.Awaitility.await;

/**
 * Ingestion and the two it is held against, who write into the same catalog in turn: as many discounts of the same kind each, but
 * none that another writes in the same round. For one thread.
 */
final class RatioSides {
    private static final int SIDES = 3;
    private static final Duration TO_TELL = Duration.ofMinutes(1);

    private final RunningServers servers;
    private final FairDatabase fair;
    private final IngestedBatches ingestion;
    private final ProviderAdapters adapters;
    private final JdbcTemplate jdbc;
    private final BareTables catalogRows;
    private final BareTables allRows;
    private final StandingRows standing;

    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    /** @param service that writes into the database */
    RatioSides(ApplicationContext service, Database database, RunningServers servers) {
        this.servers = servers;
        this.fair = new FairDatabase(database);
        this.ingestion = new IngestedBatches(
                service.getBean(EventIngestion.class), service.getBean(Clock.class), new AtomicLong());
        this.adapters = service.getBean(ProviderAdapters.class);
        this.jdbc = service.getBean(JdbcTemplate.class);
        this.catalogRows = new BareTables(database, false);
        this.allRows = new BareTables(database, true);
        this.standing = StandingRows.of(database);
    }

    /**
     * A round.
     *
     * @param news of which each is given as many, none of them twice
     * @param each how many a side writes
     * @return what the catalog holds now
     */
    List<BareRow> takeTurns(RatioTurns turns, WritersSideBySide writers, PublishedOnce news, int each)
            throws Exception {
        var told = news.next(SIDES * each);
        var events = writers.shares(told.subList(0, each));
        var batches = new ArrayList<List<ShardBatch>>();
        events.forEach(share -> batches.add(ingestion.batches("shard-" + batches.size(), share)));
        var same = rows(writers.shares(told.subList(each, 2 * each)));
        var others = rows(writers.shares(told.subList(2 * each, told.size())));
        turns.add(
                timed(each, () -> writers.write(batches, ingestion::apply)),
                timed(each, () -> writers.write(others, catalogRows::write)),
                timed(each, () -> writers.write(same, allRows::write)));
        return Stream.of(rows(events), same, others)
                .flatMap(List::stream)
                .flatMap(Collection::stream)
                .toList();
    }

    /** @throws IllegalStateException unless the catalog has every one of these rows */
    void require(List<BareRow> written) {
        standing.require(written);
    }

    private List<List<BareRow>> rows(List<List<Streamed>> shares) {
        return shares.stream()
                .map(share ->
                        share.stream().map(each -> BareRow.of(each, adapters)).toList())
                .toList();
    }

    /**
     * The time is that until all is durable; whoever comes next carries neither what is still to be told then, nor what the server
     * has still to write into the tables' files.
     */
    private RatioTurns.Turn timed(int discounts, Work work) throws Exception {
        var before = TurnCpu.now(servers);
        var began = System.nanoTime();
        work.run();
        var took = Duration.ofNanos(System.nanoTime() - began);
        await().atMost(TO_TELL).until(this::cachesAreTold);
        var cpu = TurnCpu.now(servers).since(before);
        fair.settle();
        return new RatioTurns.Turn(discounts, took, cpu);
    }

    private boolean cachesAreTold() {
        return jdbc.queryForList("SELECT id FROM outbox LIMIT 1", Long.class).isEmpty();
    }
}
