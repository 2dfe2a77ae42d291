package io.discounts.loadtests.ingestion;

import io.discounts.loadtests.harness.Leases;
import io.discounts.loadtests.harness.Report;
import org.awaitility.Awaitility;

import java.time.Duration;

/** Streams into which events flow, the two instances that read them, and the catalog that they write. */
record SharedStreams(RatedFlow flow, InstancePair instances, CatalogSnapshot catalog, Report report) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BEFORE_ROWS_ARE_GIVEN_UP = Duration.ofSeconds(8);
    private static final int SHARDS = 8;

    /** Until all shards are read, by whomever, and what has been put is nearly applied. */
    void awaitLife() {
        var began = report.elapsed();
        var target = CatalogModel.of(flow.soFar()).subjects();
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> instances.heldShards() == SHARDS
                        && catalog.subjects() >= target
                        && catalog.waitingTransactions() == 0);
        report.line(
                "  all shards are read again after %.1f s",
                report.elapsed().minus(began).toMillis() / 1e3);
    }

    /** Until each shard's batch waits in its transaction. */
    void awaitAllWaiting() {
        Awaitility.await().atMost(BEFORE_ROWS_ARE_GIVEN_UP).until(() -> catalog.waitingTransactions() >= SHARDS);
    }

    /** Halts the flow and waits until all that was put is applied; tells what the catalog must be then. */
    CatalogModel awaitAllApplied() {
        var model = CatalogModel.of(flow.halt());
        new Verification(catalog, report).awaitEqual(model);
        return model;
    }

    /** What there is to see when it has gone wrong. */
    void describe(Leases leases) {
        leases.described().forEach(row -> report.line("  lease %s", row));
        catalog.transactions().forEach(row -> report.line("  transaction %s", row));
        instances.tellTroubles(report);
    }
}
