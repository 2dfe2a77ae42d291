package io.discounts.loadtests.data;

import io.discounts.service.catalog.OwnCatalog;
import io.discounts.service.devservers.Database;
import io.discounts.service.devservers.DevServers;
import io.discounts.service.devservers.Streams;
import io.discounts.service.discount.CatalogChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The rows for {@code LOAD DATA} are those that the service writes when it is told the events, to the last byte. */
class LoadedCatalogTest {
    private static final int BATCH = 500;

    /** Which a checksum does not cover. */
    private static final String ENDS = """
            SELECT COUNT(*) AS equal, COUNT(NULLIF(ends_at, '9999-12-31 23:59:59.999')) AS ending
              FROM discount_scope JOIN discount_scope_shadow shadow
                   USING (region, scope_key, provider, external_id, ends_at)
            """;

    @Test
    void holdsWhatTheServiceMakesOfTheEvents(@TempDir Path folder) throws IOException, SQLException {
        var data = Generated.data(5, 3_000);
        DataFormat.NATIVE.write(data, folder.resolve("log"));
        DataFormat.LOAD_DATA.write(data, folder.resolve("rows"));
        var database = DevServers.running().database();
        try (var catalog = OwnCatalog.open(database, "generated")) {
            OwnCatalog.applyInBatches(catalog.live(), changes(folder.resolve("log")), BATCH);
            catalog.rebuild().begin();
            load(catalog.database().getJdbcUrl(), database, folder.resolve("rows"));

            var compared = catalog.rebuild().compare();

            assertThat(compared.shadow()).isEqualTo(compared.live());
            assertThat(compared.live().discounts().count()).isEqualTo(3_000);
            assertThat(catalog.jdbc().queryForMap(ENDS))
                    .containsEntry("equal", compared.live().scopeRows().count())
                    .hasEntrySatisfying(
                            "ending", ending -> assertThat((Long) ending).isPositive());
        }
    }

    private static List<CatalogChange> changes(Path log) throws IOException {
        var changes = new ArrayList<CatalogChange>();
        for (var stream : List.of(
                Streams.PARTNER_PROMOTIONS, Streams.PRIME_BENEFITS, Streams.MARKETING_CAMPAIGNS, Streams.STORES)) {
            Generated.events(log, stream).forEach(event -> changes.addAll(Service.translate(stream, event)));
        }
        return changes;
    }

    private static void load(String url, Database database, Path rows) throws IOException, SQLException {
        try (var connection = DriverManager.getConnection(
                        url + "?allowLoadLocalInfile=true", database.username(), database.password());
                var statement = connection.createStatement()) {
            for (var table : LoadStatements.TABLES) {
                for (var file : LoadStatements.files(rows, table)) {
                    statement.execute(LoadStatements.statement(file, table, table + "_shadow"));
                }
            }
        }
    }
}
