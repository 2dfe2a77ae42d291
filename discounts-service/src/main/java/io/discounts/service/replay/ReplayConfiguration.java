package io.discounts.service.replay;

import io.discounts.service.catalog.CatalogFilling;
import io.discounts.service.catalog.CatalogRebuild;
import io.discounts.service.catalog.DiscountCatalog;
import io.discounts.service.ingestion.IngestionProperties;
import io.discounts.service.ingestion.LoggedIngestion;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

import javax.sql.DataSource;
import java.util.Random;
import java.util.random.RandomGenerator;

@Configuration(proxyBeanMethods = false)
class ReplayConfiguration {
    private static final RandomGenerator RANDOM = new Random(); // of all generators, safe for many threads

    @Bean
    Attendance replayAttendance(DataSource database) {
        return new Attendance(database);
    }

    @Bean
    ReplayRun replayRun(
            JdbcReplays replays,
            JdbcSegments segments,
            EventLogs logs,
            ReplayRun.Catalogs catalogs,
            LoggedIngestion ingestion,
            IngestionProperties streams,
            ReplayMetrics metrics,
            ReplayProperties properties) {
        return new ReplayRun(
                replays,
                segments,
                logs,
                catalogs,
                streams.streams(),
                properties.late(),
                log -> new SegmentWorkers(
                        new SegmentReplay(log, ingestion, segments, metrics, properties.batch()),
                        properties.workers(),
                        RANDOM),
                metrics);
    }

    @Bean
    ReplayRun.Catalogs replayCatalogs(
            DiscountCatalog catalog, CatalogFilling filling, CatalogRebuild rebuild, TransactionTemplate transaction) {
        return new ReplayRun.Catalogs(catalog, filling, rebuild, transaction);
    }
}
