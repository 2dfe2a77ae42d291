package io.discounts.loadtests.data;

import io.discounts.service.devservers.Database;
import io.discounts.service.devservers.DevServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.sql.DriverManager;
import java.sql.SQLException;

import static org.assertj.core.api.Assertions.assertThat;

class FairDatabaseTest {
    private static final Database SERVER = DevServers.running().database();

    private final FairDatabase fair = new FairDatabase(SERVER);

    @BeforeAll
    static void widen() throws SQLException {
        new FairDatabase(SERVER).widen(1);
    }

    @AfterAll
    static void drop() throws SQLException {
        execute("DROP TABLE IF EXISTS changed");
    }

    @Test
    void writesOutWhatHasChangedAndGoesOnAsBefore() throws SQLException {
        var before = setting("innodb_max_dirty_pages_pct");
        execute("CREATE TABLE changed AS SELECT seq, REPEAT('x', 1000) AS text FROM seq_1_to_60000");
        assertThat(fair.dirtyPages()).isGreaterThan(FairDatabase.FEW_PAGES);

        fair.settle();

        assertThat(fair.dirtyPages()).isLessThanOrEqualTo(2 * FairDatabase.FEW_PAGES);
        assertThat(setting("innodb_max_dirty_pages_pct")).isEqualTo(before).isNotEqualTo("0.000000");
    }

    private static String setting(String name) throws SQLException {
        try (var connection = DriverManager.getConnection(SERVER.url(), SERVER.username(), SERVER.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT @@GLOBAL." + name)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(SERVER.url(), SERVER.username(), SERVER.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
