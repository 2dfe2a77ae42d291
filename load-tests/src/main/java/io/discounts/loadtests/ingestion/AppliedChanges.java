package io.discounts.loadtests.ingestion;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;

/**
 * Every write to the catalog in order, as triggers in MySQL see it: also one that would be undone a moment later, and
 * whoever it comes from.
 */
final class AppliedChanges {
    private static final String TABLE = "load_test_applied";

    private final JdbcClient jdbc;

    private AppliedChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins to take notes; the service's tables must be there. */
    static AppliedChanges noteIn(JdbcClient jdbc) {
        jdbc.sql("CREATE TABLE %s (seq BIGINT PRIMARY KEY AUTO_INCREMENT, subject VARCHAR(140) NOT NULL,"
                                .formatted(TABLE)
                        + " before_version BIGINT, version BIGINT NOT NULL) ENGINE = InnoDB")
                .update();
        note(jdbc, "discount", "CONCAT('discount ', NEW.provider, '/', NEW.external_id)");
        note(jdbc, "store", "CONCAT('store ', NEW.store_id)");
        return new AppliedChanges(jdbc);
    }

    /** How many there are by now. */
    long count() {
        return jdbc.sql("SELECT COUNT(*) FROM " + TABLE).query(Long.class).single();
    }

    /** The first of those that put an older version, or the same again, in place of another. */
    List<String> stale() {
        return jdbc.sql("SELECT CONCAT(subject, ': ', before_version, ' replaced by ', version) FROM " + TABLE
                        + " WHERE version <= before_version ORDER BY seq LIMIT 5")
                .query(String.class)
                .list();
    }

    private static void note(JdbcClient jdbc, String table, String subject) {
        trigger(jdbc, table, "INSERT", subject, "NULL");
        trigger(jdbc, table, "UPDATE", subject, "OLD.version");
    }

    private static void trigger(JdbcClient jdbc, String table, String event, String subject, String before) {
        jdbc.sql(
                        "CREATE TRIGGER load_test_%s_%s AFTER %s ON %s FOR EACH ROW INSERT INTO %s (subject, before_version, version) VALUES (%s, %s, NEW.version)"
                                .formatted(table, event, event, table, TABLE, subject, before))
                .update();
    }
}
