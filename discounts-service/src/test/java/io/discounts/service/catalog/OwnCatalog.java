package io.discounts.service.catalog;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.discounts.service.devservers.Database;
import io.discounts.service.devservers.OwnSchema;
import io.discounts.service.discount.CatalogChange;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import javax.sql.DataSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A catalog in a schema of its own, with the service's settings, for tests that swap it or count all it holds. */
public record OwnCatalog(
        HikariDataSource database,
        JdbcTemplate jdbc,
        TransactionTemplate transaction,
        RecordingOutbox outbox,
        List<DiscountPut> told,
        CatalogFixture live,
        CatalogRebuild rebuild)
        implements AutoCloseable {

    public static OwnCatalog open(Database beside, String name) {
        var database = pool(OwnSchema.create(beside, name));
        Flyway.configure().dataSource(database).load().migrate();
        var jdbc = new JdbcTemplate(database);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        var outbox = new RecordingOutbox();
        var told = new CopyOnWriteArrayList<DiscountPut>();
        var metrics = new CatalogMetrics(new SimpleMeterRegistry());
        var client = JdbcClient.create(jdbc);
        return new OwnCatalog(
                database,
                jdbc,
                transaction,
                outbox,
                told,
                new CatalogFixture(
                        new JdbcDiscountCatalog(
                                jdbc,
                                outbox,
                                told::addAll,
                                CandidateSearch.uncached(client, metrics, CatalogTables.LIVE)),
                        transaction),
                new JdbcCatalogRebuild(
                        jdbc, transaction, outbox, CandidateSearch.uncached(client, metrics, CatalogTables.SHADOW)));
    }

    /** Its discounts, one by one, as a module above asks for them: in the transactions of the given source. */
    public static DiscountRecords records(DataSource database) {
        return new JdbcDiscountRecords(JdbcClient.create(database));
    }

    /** Where its schema is, for connections of others' own. */
    public Database address() {
        return new Database(database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }

    CatalogFixture shadow() {
        return new CatalogFixture(rebuild.shadow(), transaction);
    }

    /** As the service was on its first day, but for the generation. */
    void empty() {
        rebuild.end();
        List.of("discount", "discount_scope", "store", "scope_sheet")
                .forEach(table -> jdbc.update("DELETE FROM " + table));
        outbox.payloads().clear();
        told.clear();
    }

    /** Applies to the live catalog and to the shadow, in batches. */
    public static void applyInBatches(CatalogFixture catalog, List<? extends CatalogChange> changes, int batch) {
        for (var chunk : Chunks.of(changes, batch)) {
            catalog.apply(chunk);
        }
    }

    private static HikariDataSource pool(Database own) {
        var config = new HikariConfig();
        config.setJdbcUrl(own.url());
        config.setUsername(own.username());
        config.setPassword(own.password());
        config.setMaximumPoolSize(16);
        config.setMinimumIdle(1);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.addDataSourceProperty("rewriteBatchedStatements", "true");
        config.addDataSourceProperty("socketTimeout", "10000");
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        database.close();
    }
}
