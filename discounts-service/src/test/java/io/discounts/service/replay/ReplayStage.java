package io.discounts.service.replay;

import io.discounts.service.catalog.CatalogRebuild;
import io.discounts.service.devservers.DevServers;
import io.discounts.service.devservers.OwnSchema;
import io.discounts.service.devservers.RunningServers;
import io.discounts.service.ingestion.IngestionProperties;
import io.discounts.service.ingestion.LoggedIngestion;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What the command line runs on, once for all tests, on a schema of its own whose checksums nobody else disturbs. */
record ReplayStage(ConfigurableApplicationContext context) {
    static final Instant FROM = Instant.parse("2026-11-22T00:00:00Z");
    static final Instant UNTIL = Instant.parse("2026-11-23T00:00:00Z");

    private static @Nullable ReplayStage shared;

    static synchronized ReplayStage shared() {
        if (shared == null) {
            shared = new ReplayStage(new SpringApplicationBuilder(CommandLineApplication.class)
                    .web(WebApplicationType.NONE)
                    .initializers(context ->
                            ((GenericApplicationContext) context).registerBean("clock", Clock.class, Clock::systemUTC))
                    .run(settings("replay").toArray(String[]::new)));
        }
        return shared;
    }

    /** Of a schema that is made for it. */
    static List<String> settings(String schema) {
        var servers = DevServers.running();
        RunningServers.provideCredentials();
        var database = OwnSchema.create(servers.database(), schema);
        return Stream.of(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + database.username(),
                        "spring.datasource.password=" + database.password(),
                        "discounts.redis.url=" + servers.redisUrl(),
                        "discounts.aws.region=" + RunningServers.REGION,
                        "discounts.aws.s3-endpoint=" + servers.s3Endpoint(),
                        "discounts.aws.s3-path-style=true",
                        "discounts.events.relay=false",
                        "discounts.ingestion.enabled=false",
                        "discounts.redemption.rounds=false",
                        "discounts.replay.enabled=false",
                        "discounts.replay.batch=50")
                .map(setting -> "--" + setting)
                .toList();
    }

    JdbcReplays replays() {
        return context.getBean(JdbcReplays.class);
    }

    JdbcSegments segments() {
        return context.getBean(JdbcSegments.class);
    }

    ReplayRun run() {
        return context.getBean(ReplayRun.class);
    }

    LoggedIngestion ingestion() {
        return context.getBean(LoggedIngestion.class);
    }

    List<IngestionProperties.Stream> streams() {
        return context.getBean(IngestionProperties.class).streams();
    }

    CatalogRebuild rebuild() {
        return context.getBean(CatalogRebuild.class);
    }

    JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    /** Runs a replay with one worker. */
    void runAlone(EventLogs logs, LoggedIngestion ingestion, StopSignal stop, long id) {
        var metrics = context.getBean(ReplayMetrics.class);
        new ReplayRun(
                        replays(),
                        segments(),
                        logs,
                        context.getBean(ReplayRun.Catalogs.class),
                        streams(),
                        Duration.ZERO,
                        log -> new SegmentWorkers(
                                new SegmentReplay(log, ingestion, segments(), metrics, 50), 1, new Random(1)),
                        metrics)
                .run(id, stop);
    }

    /** Orders a replay of the whole day and runs it to its end. */
    Replay replay(LogFolder folder) {
        return replay(new ReplayOrder(null, folder.location(), FROM, UNTIL, false));
    }

    Replay replay(ReplayOrder order) {
        var id = add(order);
        run().run(id, new StopSignal());
        return replays().find(id).orElseThrow();
    }

    long add(ReplayOrder order) {
        return replays().add(order, ReplayOrigin.COMMAND_LINE, "tester");
    }

    /** Forgets all discounts, and what the world was to hear of them. */
    void empty() {
        List.of("discount", "discount_scope", "event_outbox")
                .forEach(table -> jdbc().sql("DELETE FROM " + table).update());
    }

    long eventsOut() {
        return jdbc().sql("SELECT COUNT(*) FROM event_outbox").query(Long.class).single();
    }

    long generation() {
        return jdbc().sql("SELECT number FROM catalog_generation")
                .query(Long.class)
                .single();
    }

    /** The versions of discounts whose external ids begin like this, as {@code id@version}. */
    List<String> discounts(String prefix) {
        return jdbc().sql("SELECT external_id, version FROM discount WHERE external_id LIKE ? ORDER BY external_id")
                .param(prefix + "%")
                .query((row, index) -> row.getString(1) + "@" + row.getLong(2))
                .list();
    }

    /** Of letters whose place in the log begins like this: the place up to its checksum, and the payload. */
    List<String> letters(String prefix) {
        return jdbc().sql("""
                        SELECT sequence_number, subject, payload FROM dead_letter
                         WHERE shard_id = 'log' AND sequence_number LIKE ? ORDER BY sequence_number
                        """)
                .param(prefix + "%")
                .query((row, index) -> row.getString(1).replaceFirst("#.*", "") + " " + row.getString(2) + " "
                        + new String(row.getBytes(3), StandardCharsets.UTF_8))
                .list();
    }
}
