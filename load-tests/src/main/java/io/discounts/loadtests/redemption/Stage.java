package io.discounts.loadtests.redemption;

import io.discounts.loadtests.harness.Checkout;
import io.discounts.loadtests.harness.LoadedStreams;
import io.discounts.loadtests.harness.Report;
import io.discounts.loadtests.harness.ServiceProcess;
import io.discounts.loadtests.harness.Settings;
import io.discounts.service.devservers.DevServers;
import io.discounts.service.devservers.RunningServers;
import org.awaitility.Awaitility;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The servers, the instances, and who calls them. */
record Stage(
        Report report,
        RunningServers servers,
        List<ServiceProcess> instances,
        Checkout checkout,
        UsageTables tables,
        Books books) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int A_PUT = 500;

    /** Starts it all with two instances. */
    static Stage of(String name) throws IOException {
        return of(name, 2, Map.of());
    }

    static Stage of(String name, int count, Map<String, String> settings) throws IOException {
        var report = new Report();
        var servers = DevServers.running();
        DevServers.ensureLeaseTable(name);
        var all = new HashMap<>(Settings.hurried(name));
        all.putAll(settings);
        var instances = new ArrayList<ServiceProcess>();
        for (int i = 0; i < count; i++) {
            instances.add(ServiceProcess.start(name + "-" + (char) ('a' + i), all));
        }
        var tables = new UsageTables(servers.database());
        report.line("%d instances take requests", count);
        return new Stage(
                report,
                servers,
                List.copyOf(instances),
                new Checkout(instances),
                tables,
                new Books(servers, tables, report));
    }

    /** Puts discounts on their provider's stream and waits until they can be held. */
    void publish(List<Offer> offers) {
        var before = tables.discounts();
        try (var streams = LoadedStreams.of(servers)) {
            for (int from = 0; from < offers.size(); from += A_PUT) {
                streams.put(offers.subList(from, Math.min(offers.size(), from + A_PUT)).stream()
                        .map(Offer::published)
                        .toList());
            }
        }
        Awaitility.await().atMost(PATIENCE).until(() -> tables.discounts() == before + offers.size());
    }

    /** So many exclusive discounts, named like this. */
    static List<Offer> exclusives(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Offer.exclusive(name + '-' + i))
                .toList();
    }
}
