package io.discounts.loadtests.reads;

import io.discounts.loadtests.data.DataFormat;
import io.discounts.loadtests.data.Dataset;
import io.discounts.loadtests.data.FairDatabase;
import io.discounts.loadtests.data.Loading;
import io.discounts.loadtests.data.Questions;
import io.discounts.loadtests.harness.Folders;
import io.discounts.loadtests.harness.Report;
import io.discounts.loadtests.harness.ServiceProcess;
import io.discounts.service.catalog.OwnCatalog;
import io.discounts.service.devservers.Database;
import io.discounts.service.devservers.DevServers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Services that answer from generated data, each on a schema of its own filled by {@code LOAD DATA}. */
public final class ReadService {
    private static final Duration USUALLY_KEPT = Duration.ofDays(1);

    private ReadService() {}

    /**
     * Fills a schema.
     *
     * @param name of the schema, beside others of the run
     * @param poolGibibytes of the database's buffer pool
     */
    public static Database filled(String name, Dataset data, int poolGibibytes, Report report) throws Exception {
        var folder = Files.createTempDirectory(name);
        var servers = DevServers.running();
        new FairDatabase(servers.database()).widen(poolGibibytes);
        try (var catalog = OwnCatalog.open(servers.database(), name)) {
            var written = DataFormat.LOAD_DATA.write(data, folder);
            load(catalog.address(), folder);
            report.line(
                    "%,d discounts with %,d scope rows and %,d stores are loaded",
                    written.discounts(), written.scopeRows(), written.stores());
            return catalog.address();
        } finally {
            Folders.delete(folder);
        }
    }

    private static void load(Database database, Path folder) throws Exception {
        var loading = new Loading(database, folder);
        loading.discounts();
        loading.stores();
    }

    /**
     * Starts the service on a filled schema; it reads no streams unless the settings say so. Questions ask for the data's last day,
     * which may be long past: to be asked of the caches all the same, it counts as the present.
     */
    static ServiceProcess start(
            String name, Database database, Dataset data, Map<String, String> settings, List<String> jvmFlags)
            throws IOException {
        var all = new HashMap<>(Map.of(
                "spring.datasource.url", database.url(),
                "spring.datasource.username", database.username(),
                "spring.datasource.password", database.password(),
                "discounts.ingestion.enabled", "false",
                "discounts.catalog.ended-kept", keptSince(Questions.of(data).at()),
                "logging.level.root", "warn"));
        all.putAll(settings);
        return ServiceProcess.start(name, all, jvmFlags);
    }

    private static String keptSince(Instant moment) {
        var ago = Duration.between(moment, Instant.now());
        return USUALLY_KEPT.plus(ago.isNegative() ? Duration.ZERO : ago).toString();
    }
}
