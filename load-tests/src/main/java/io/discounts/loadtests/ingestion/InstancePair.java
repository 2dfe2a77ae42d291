package io.discounts.loadtests.ingestion;

import io.discounts.loadtests.harness.Report;
import io.discounts.loadtests.harness.ServiceProcess;
import io.discounts.loadtests.harness.Settings;

import java.io.IOException;

/** Two instances of the service that share the streams. */
record InstancePair(ServiceProcess a, ServiceProcess b) {
    /** @param applicationName for the KCL; its lease table must be there */
    static InstancePair start(String applicationName) throws IOException {
        var settings = Settings.hurried(applicationName);
        return new InstancePair(
                ServiceProcess.start(applicationName + "-a", settings),
                ServiceProcess.start(applicationName + "-b", settings));
    }

    /** The one that reads most shards; it always is the other's turn if one reads them all. */
    ServiceProcess busiest() throws IOException {
        return b.heldShards() > a.heldShards() ? b : a;
    }

    /** How many shards are read, by whomever. */
    int heldShards() throws IOException {
        return a.heldShards() + b.heldShards();
    }

    /** What they have dealt with since they were started. */
    long records() throws IOException {
        return a.metrics().records() + b.metrics().records();
    }

    String name(ServiceProcess instance) {
        return instance == a ? "a" : "b";
    }

    /** What they have complained of. */
    void tellTroubles(Report report) {
        tellTroubles(a, report);
        tellTroubles(b, report);
    }

    private void tellTroubles(ServiceProcess instance, Report report) {
        instance.process()
                .output()
                .lines()
                .filter(line -> line.contains("WARN") || line.contains("ERROR"))
                .forEach(line -> report.line("  instance %s: %s", name(instance), line));
    }
}
