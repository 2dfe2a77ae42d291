package io.discounts.loadtests.reads;

import io.discounts.loadtests.data.Dataset;
import io.discounts.loadtests.data.FairDatabase;
import io.discounts.loadtests.data.FilledSchema;
import io.discounts.loadtests.data.Questions;
import io.discounts.loadtests.harness.Report;
import io.discounts.loadtests.harness.ServiceBuild;
import io.discounts.loadtests.harness.ServiceProcess;
import io.discounts.service.devservers.Database;
import io.discounts.service.devservers.DevServers;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Services that answer from generated data, each on a schema of its own filled by {@code LOAD DATA}. */
public final class ReadService {
    private static final Duration USUALLY_KEPT = Duration.ofDays(1);

    private ReadService() {}

    /**
     * A schema that holds the data, which may be kept from an earlier run.
     *
     * @param name for people
     * @param poolGibibytes of the database's buffer pool
     */
    public static Database filled(String name, Dataset data, int poolGibibytes, Report report) throws Exception {
        var server = DevServers.running().database();
        new FairDatabase(server).widen(poolGibibytes);
        return new FilledSchema(server, data).filled(name, report);
    }

    /**
     * Starts the service on a filled schema; it reads no streams unless the settings say so. Questions ask for the data's last day,
     * which may be long past: to be asked of the caches all the same, it counts as the present.
     */
    static ServiceProcess start(
            String name, Database database, Dataset data, Map<String, String> settings, ServiceBuild build)
            throws IOException {
        var all = new HashMap<>(Map.of(
                "spring.datasource.url", database.url(),
                "spring.datasource.username", database.username(),
                "spring.datasource.password", database.password(),
                "discounts.ingestion.enabled", "false",
                "discounts.catalog.ended-kept", keptSince(Questions.of(data).at()),
                "logging.level.root", "warn"));
        all.putAll(settings);
        return ServiceProcess.start(name, all, build);
    }

    private static String keptSince(Instant moment) {
        var ago = Duration.between(moment, Instant.now());
        return USUALLY_KEPT.plus(ago.isNegative() ? Duration.ZERO : ago).toString();
    }
}
