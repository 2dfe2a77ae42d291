package io.discounts.loadtests.data;

import io.discounts.loadtests.harness.Report;
import io.discounts.service.devservers.Database;
import io.discounts.service.devservers.DevServers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class PastUsesTest {
    private static final Dataset DATA = Dataset.of(9, 1_000, 300, Generated.UNTIL, 3);
    private static final int REGULARS = 40;

    private static Database schema;
    private static long written;

    @BeforeAll
    static void fill() throws Exception {
        var server = DevServers.running().database();
        new FairDatabase(server).widen(1);
        schema = new FilledSchema(server, DATA).filled("past uses", new Report());
        written = new PastUses(DATA, Map.of("ES", (long) REGULARS, "DE", (long) REGULARS), 5).write(schema);
    }

    @Test
    void hasTheRegularsUseDiscountsThatThereAre() throws SQLException {
        assertThat(written).isEqualTo(2 * REGULARS * 5);
        assertThat(count("redemption WHERE status = 'CONFIRMED'")).isEqualTo(written);
        assertThat(count("redemption_line line JOIN redemption USING (number, region, customer)"
                        + " JOIN discount USING (region, provider, external_id)"
                        + " WHERE discount.body IS NOT NULL AND line.standing = 1"))
                .isEqualTo(written);
    }

    @Test
    void knowsThemByNumber() throws SQLException {
        assertThat(count("redemption WHERE region = 'ES' AND customer NOT REGEXP '^c-[0-9]+$'"))
                .isZero();
        assertThat(count("(SELECT DISTINCT customer FROM redemption WHERE region = 'ES') customers"))
                .isBetween(2L, (long) REGULARS);
    }

    private static long count(String from) throws SQLException {
        try (var connection = DriverManager.getConnection(schema.url(), schema.username(), schema.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT COUNT(*) FROM " + from)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
