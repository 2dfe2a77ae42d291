package io.discounts.loadtests.reads;

import io.discounts.loadtests.harness.CpuTimes;
import io.discounts.loadtests.harness.Metrics;
import io.discounts.loadtests.harness.Report;
import io.discounts.loadtests.harness.ServiceProcess;
import io.discounts.loadtests.harness.SystemTool;
import io.discounts.service.devservers.Database;
import io.discounts.service.devservers.DevServers;
import io.discounts.service.devservers.ServerProcess;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Looks at a service and what it stands on while it is asked. For one thread. */
final class Watch {
    static final int SAMPLE_SECONDS = 5;

    private static final int PATIENCE = 5;
    private static final String ADMISSIONS = "discounts_edge_admissions_total";
    private static final String READS = "gate=\"reads\",outcome=\"admitted\"";
    private static final String LOADS = "discounts_catalog_loads_seconds_count";
    private static final String USES = "discounts_redemption_customer_loads_total";

    private final ServiceProcess service;
    private final Database database;
    private final Supplier<Optional<ProcessHandle>> gatling;
    private final List<Vitals> samples = new ArrayList<>();
    private final List<Vitals> collected = new ArrayList<>();
    private long events;

    /** @param gatling once it has been started */
    Watch(ServiceProcess service, Database database, Supplier<Optional<ProcessHandle>> gatling) {
        this.service = service;
        this.database = database;
        this.gatling = gatling;
    }

    /** Every few seconds. */
    List<Vitals> samples() {
        return samples;
    }

    /** Each right after a collection of all garbage. */
    List<Vitals> collected() {
        return collected;
    }

    /** How many the service has dealt with while it was looked at. */
    long events() {
        return events;
    }

    /** Waits for the first of many requests. */
    void awaitRequests() throws IOException, InterruptedException {
        while (!hasRequests()) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** The port for metrics opens a moment after the one for requests. */
    private boolean hasRequests() throws IOException {
        try {
            return metrics().sum(ADMISSIONS, READS) > 0;
        } catch (ConnectException notYet) {
            return false;
        }
    }

    /** However long it takes on a machine that has no time to answer: what is told of the requests shows that as well. */
    private Metrics metrics() throws IOException {
        for (int left = PATIENCE; ; left--) {
            try {
                return service.metrics();
            } catch (HttpTimeoutException late) {
                if (left == 0) {
                    throw late;
                }
            }
        }
    }

    /**
     * Looks for so long, and then tells what was used meanwhile.
     *
     * @param collections of garbage, at even distances, the last at the end; none: not while it is asked
     */
    void look(int seconds, int collections, Report report) throws Exception {
        var before = metrics();
        var statementsBefore = statements();
        var cpuBefore = cpu();
        var began = System.nanoTime();
        for (int each = 1; each < collections; each++) {
            sample(began + TimeUnit.SECONDS.toNanos((long) seconds * each / collections));
            collect();
        }
        sample(began + TimeUnit.SECONDS.toNanos(seconds));
        report.line("cores: %s", cpu().coresSince(cpuBefore));
        var after = metrics();
        events = after.records() - before.records();
        tellQueries(before, after, statementsBefore, seconds, report);
        if (collections > 0) {
            collect();
        }
    }

    /** Tells what is held after the last collection of garbage, or one now. */
    void tellHeld(Report report) throws IOException, InterruptedException {
        if (collected.isEmpty()) {
            collect();
        }
        var last = collected.getLast();
        report.line(
                "after a collection: %,.0f MiB of heap, of which the near cache has %,.0f; %,.0f threads, %,.0f descriptors",
                last.heapMebibytes(), last.nearMebibytes(), last.threads(), last.descriptors());
    }

    private void sample(long until) throws IOException, InterruptedException {
        while (System.nanoTime() < until) {
            samples.add(Vitals.of(metrics()));
            var left = until - System.nanoTime();
            TimeUnit.NANOSECONDS.sleep(Math.min(left, TimeUnit.SECONDS.toNanos(SAMPLE_SECONDS)));
        }
    }

    private void collect() throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        SystemTool.run(jcmd, Long.toString(service.process().pid()), "GC.run");
        collected.add(Vitals.of(metrics()));
    }

    private CpuTimes cpu() {
        var servers = DevServers.running();
        Map<String, ServerProcess> processes = Map.of(
                "service", service.process(),
                "kinesis", servers.kinesis(),
                "leases", servers.dynamoDb(),
                "mariadb", servers.mariaDb().orElseThrow(),
                "redis", servers.redis());
        return CpuTimes.of(
                processes,
                gatling.get().map(process -> Map.of("gatling", process)).orElse(Map.of()));
    }

    private void tellQueries(
            Metrics before, Metrics after, Map<String, Long> statementsBefore, int seconds, Report report)
            throws SQLException {
        var sheets = after.sum(LOADS, "mysql-sheets") - before.sum(LOADS, "mysql-sheets");
        var stores = after.sum(LOADS, "mysql-stores") - before.sum(LOADS, "mysql-stores");
        var uses = after.sum(USES, "") - before.sum(USES, "");
        var queries = sheets + stores + uses;
        var reads = after.sum(ADMISSIONS, READS) - before.sum(ADMISSIONS, READS);
        report.line(
                "%,.0f queries reached MySQL for %,.0f reads: %.2f %% (aim: under 1 %%);"
                        + " for sheets %,.0f, for stores %,.0f, for customers' uses %,.0f",
                queries, reads, 100 * queries / Math.max(1, reads), sheets, stores, uses);
        var statements = statements();
        report.line(
                "all that MySQL did, for checkouts, events and the service itself, a second: %s",
                statements.entrySet().stream()
                        .map(each -> "%s %,d"
                                .formatted(
                                        each.getKey(),
                                        (each.getValue() - statementsBefore.getOrDefault(each.getKey(), 0L)) / seconds))
                        .collect(Collectors.joining(", ")));
    }

    /** What the server counts, whoever asks. */
    private Map<String, Long> statements() throws SQLException {
        var counted = new TreeMap<String, Long>();
        try (var connection = DriverManager.getConnection(database.url(), database.username(), database.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW GLOBAL STATUS WHERE Variable_name IN"
                        + " ('Com_select', 'Com_insert', 'Com_update', 'Com_delete', 'Com_commit')")) {
            while (rows.next()) {
                counted.put(rows.getString(1).substring("Com_".length()), rows.getLong(2));
            }
        }
        return counted;
    }
}
