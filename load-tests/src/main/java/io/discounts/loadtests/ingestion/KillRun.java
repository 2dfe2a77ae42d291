package io.discounts.loadtests.ingestion;

import io.discounts.loadtests.harness.LoadedStreams;
import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.Report;
import io.discounts.loadtests.harness.ServiceProcess;
import io.discounts.loadtests.harness.Settings;
import io.discounts.service.devservers.DevServers;
import io.discounts.service.devservers.ServerProcess;
import org.awaitility.Awaitility;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Events flow while the service is killed ten times and MySQL three times, each while a backlog is being applied. In the
 * end the catalog must be what the events say, to the last row.
 */
public final class KillRun {
    private static final String NAME = "kill-run";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Report report = new Report();
    private final Random random;
    private final ServiceProcess service;
    private final ServerProcess mySql;
    private long counted;
    private int serviceKills;
    private int mySqlKills;

    private KillRun(ServiceProcess service, ServerProcess mySql, long seed) {
        this.service = service;
        this.mySql = mySql;
        this.random = new Random(seed);
    }

    /** Options: {@code events}, {@code service-kills}, {@code mysql-kills}, {@code seed}. */
    public static void run(Options options) throws IOException, InterruptedException {
        var events = options.number("events", 100_000);
        var serviceKills = options.number("service-kills", 10);
        var mySqlKills = options.number("mysql-kills", 3);
        var seed = options.number("seed", 42);
        options.requireNoOthers();
        var servers = DevServers.running();
        DevServers.ensureLeaseTable(NAME);
        var service = ServiceProcess.start(NAME, Settings.hurried(NAME));
        var changes = ChangeSequence.of(events, seed);
        try (var streams = LoadedStreams.of(servers);
                var flow = new PortionedFlow(
                        streams, new ChangeEvents(Clock.systemUTC()), changes, serviceKills + mySqlKills + 1)) {
            var run = new KillRun(service, servers.mariaDb().orElseThrow(), seed);
            run.strike(flow, serviceKills, mySqlKills);
            flow.await();
            run.report.line("all %,d events are on the streams", events);
            new Verification(new CatalogSnapshot(servers.database()), run.report).awaitEqual(CatalogModel.of(changes));
            run.tell(events);
        }
    }

    private void strike(PortionedFlow flow, int services, int databases) throws IOException, InterruptedException {
        for (int strike = 0; strike < services + databases; strike++) {
            flow.release();
            awaitWork();
            TimeUnit.MILLISECONDS.sleep(random.nextInt(1_500));
            if ((strike + 1) * databases / (services + databases) > strike * databases / (services + databases)) {
                killMySql();
            } else {
                killService();
            }
        }
        flow.release();
    }

    /** Until the service, as started last, has applied something. */
    private void awaitWork() {
        var before = new long[] {-1};
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            var now = service.metrics().records();
            var grown = before[0] >= 0 && now > before[0];
            before[0] = now;
            return grown;
        });
    }

    private void killService() throws IOException {
        var records = service.metrics().records();
        service.process().kill();
        counted += records;
        serviceKills++;
        report.line("service killed, %d. time, after %,d records of this life", serviceKills, records);
        service.process().start();
    }

    private void killMySql() throws InterruptedException {
        mySql.kill();
        mySqlKills++;
        report.line("MySQL killed, %d. time", mySqlKills);
        TimeUnit.MILLISECONDS.sleep(1_000 + random.nextInt(3_000));
        mySql.start();
    }

    private void tell(int events) throws IOException {
        counted += service.metrics().records();
        report.line("service killed %d times, MySQL %d times", serviceKills, mySqlKills);
        report.line("%,d events, at least %,d of them delivered again", events, counted - events);
        report.line("took %d s", report.elapsed().toSeconds());
    }
}
