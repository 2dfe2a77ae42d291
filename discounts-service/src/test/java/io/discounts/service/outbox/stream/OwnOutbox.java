package io.discounts.service.outbox.stream;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.discounts.service.devservers.DevServers;
import io.discounts.service.devservers.OwnSchema;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import io.discounts.service.outbox.OutgoingEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import javax.sql.DataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** An outbox in a schema of its own, from which only tests carry. */
record OwnOutbox(
        JdbcTemplate jdbc,
        TransactionTemplate transaction,
        AlarmClock alarm,
        MeterRegistry meters,
        OutboxMetrics metrics) {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final DataSource DATABASE = migrated();

    /** The schema is one for all tests, which run one after another; the meters are the caller's own. */
    static OwnOutbox open() {
        var jdbc = new JdbcTemplate(DATABASE);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(DATABASE));
        var meters = new SimpleMeterRegistry();
        return new OwnOutbox(jdbc, transaction, new AlarmClock(), meters, new OutboxMetrics(meters));
    }

    private static DataSource migrated() {
        var own = OwnSchema.create(DevServers.running().database(), "outbox");
        var config = new HikariConfig();
        config.setJdbcUrl(own.url());
        config.setUsername(own.username());
        config.setPassword(own.password());
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(1);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.addDataSourceProperty("rewriteBatchedStatements", "true");
        var database = new HikariDataSource(config);
        Flyway.configure().dataSource(database).load().migrate();
        return database;
    }

    void empty() {
        jdbc.update("DELETE FROM event_outbox");
    }

    /** Appends events named {@code <discount>#<number>}, each in a transaction of its own. */
    void append(String... names) {
        Stream.of(names).forEach(name -> appendTogether(List.of(name)));
    }

    void appendTogether(List<String> names) {
        transaction.executeWithoutResult(
                status -> outbox().append(names.stream().map(OwnOutbox::event).toList()));
    }

    static OutgoingEvent event(String name) {
        return event(name, "{}");
    }

    static OutgoingEvent event(String name, String data) {
        var discount = new DiscountId("p", name.substring(0, name.indexOf('#')));
        return new OutgoingEvent(
                name.replace('#', ':'),
                "io.discounts.test.v1",
                new Region("ES"),
                discount,
                Instant.parse("2026-11-22T10:00:00Z"),
                data);
    }

    /** The name of an event that is on a stream. */
    static String name(String cloudEvent) {
        return cloudEvent.replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1").replace(':', '#');
    }

    JdbcEventOutbox outbox() {
        return new JdbcEventOutbox(jdbc, alarm);
    }

    WaitingEvents waiting() {
        return new JdbcWaitingEvents(jdbc, CLOCK);
    }

    Carriage carriage(FlakyKinesis kinesis) {
        return new Carriage(waiting(), new KinesisEventStream(kinesis, "discounts-events"), metrics);
    }

    long left() {
        return new OutboxKeeping(jdbc, CLOCK, metrics, Duration.ofHours(24))
                .backlog()
                .events();
    }
}
