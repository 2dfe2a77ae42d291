package io.discounts.loadtests.reads;

import io.discounts.loadtests.data.Dataset;
import io.discounts.loadtests.data.FairDatabase;
import io.discounts.loadtests.data.FilledSchema;
import io.discounts.loadtests.harness.Report;
import io.discounts.loadtests.harness.ServiceProcess;
import io.discounts.service.devservers.Database;
import io.discounts.service.devservers.DevServers;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Services that answer from generated data, each on a schema of its own filled by {@code LOAD DATA}. */
final class ReadService {
    private ReadService() {}

    /**
     * A schema that holds the data, which may be kept from an earlier run.
     *
     * @param name for people
     * @param poolGibibytes of the database's buffer pool
     */
    static Database filled(String name, Dataset data, int poolGibibytes, Report report) throws Exception {
        var server = DevServers.running().database();
        new FairDatabase(server).widen(poolGibibytes);
        return new FilledSchema(server, data).filled(name, report);
    }

    /** Starts the service on a filled schema; it reads no streams unless the settings say so. */
    static ServiceProcess start(String name, Database database, Map<String, String> settings, List<String> jvmFlags)
            throws IOException {
        var all = new HashMap<>(Map.of(
                "spring.datasource.url", database.url(),
                "spring.datasource.username", database.username(),
                "spring.datasource.password", database.password(),
                "discounts.ingestion.enabled", "false",
                "logging.level.root", "warn"));
        all.putAll(settings);
        return ServiceProcess.start(name, all, jvmFlags);
    }
}
