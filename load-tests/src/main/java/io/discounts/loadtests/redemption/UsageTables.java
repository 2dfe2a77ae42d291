package io.discounts.loadtests.redemption;

import io.discounts.service.devservers.Database;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what MySQL holds of redemptions and budgets, past the service. */
final class UsageTables {
    private static final String OF_DISCOUNT = " JOIN redemption_line l ON l.number = r.number WHERE l.external_id = ?";

    private static final String DIFFERENCES = """
            SELECT b.external_id, b.uses_allowed - b.uses_left - COALESCE(s.uses, 0), COALESCE(c.uses, 0),
                   b.money_allowed - b.money_left - COALESCE(s.money, 0), COALESCE(c.money, 0)
              FROM usage_budget b
              LEFT JOIN (SELECT region, provider, external_id, SUM(uses_left) uses, SUM(money_left) money
                           FROM usage_slice GROUP BY region, provider, external_id) s
                ON s.region = b.region AND s.provider = b.provider AND s.external_id = b.external_id
              LEFT JOIN (SELECT l.region, l.provider, l.external_id, COUNT(*) uses, SUM(l.amount) money
                           FROM redemption_line l JOIN usage_budget own ON own.region = l.region
                            AND own.provider = l.provider AND own.external_id = l.external_id
                          WHERE l.standing = 2 OR (l.standing = 1 AND l.number <= own.charged_through)
                          GROUP BY l.region, l.provider, l.external_id) c
                ON c.region = b.region AND c.provider = b.provider AND c.external_id = b.external_id
             WHERE b.uses_allowed - b.uses_left - COALESCE(s.uses, 0) <> COALESCE(c.uses, 0)
                OR b.money_allowed - b.money_left - COALESCE(s.money, 0) <> COALESCE(c.money, 0)""";

    private final JdbcClient jdbc;

    UsageTables(Database database) {
        this.jdbc = JdbcClient.create(
                new DriverManagerDataSource(database.url(), database.username(), database.password()));
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    long discounts() {
        return count("SELECT COUNT(*) FROM discount");
    }

    long redemptions() {
        return count("SELECT COUNT(*) FROM redemption");
    }

    long held() {
        return count("SELECT COUNT(*) FROM redemption WHERE status = 'HELD'");
    }

    /** How many redemptions of a discount have which status. */
    Map<String, Long> statuses(Offer offer) {
        var statuses = new TreeMap<String, Long>();
        jdbc.sql("SELECT r.status, COUNT(*) FROM redemption r" + OF_DISCOUNT + " GROUP BY r.status")
                .param(offer.externalId())
                .query(row -> {
                    statuses.put(row.getString(1), row.getLong(2));
                });
        return statuses;
    }

    /** The status of every redemption, by id. */
    Map<String, String> statusById() {
        var statuses = new HashMap<String, String>();
        jdbc.sql("SELECT id, status FROM redemption").query(row -> {
            statuses.put(row.getString(1), row.getString(2));
        });
        return statuses;
    }

    /**
     * Where what is used of a budget is not what the charged lines use. One statement, so one moment: it may be asked under
     * load.
     */
    List<String> differences() {
        return jdbc.sql(DIFFERENCES).query(UsageTables::difference).list();
    }

    private static String difference(ResultSet row, int number) throws SQLException {
        return "%s: %d uses and %d of money are taken, %d and %d charged"
                .formatted(row.getString(1), row.getLong(2), row.getLong(4), row.getLong(3), row.getLong(5));
    }

    /** How many transactions wait for another to let go of a row. */
    int waitingTransactions() {
        return jdbc.sql("SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'")
                .query(Integer.class)
                .single();
    }

    /** Lines that stand though their redemption has ended without an order, or the other way round. */
    long linesAtOdds() {
        return count("SELECT COUNT(*) FROM redemption r JOIN redemption_line l ON l.number = r.number"
                + " WHERE (r.status IN ('HELD', 'CONFIRMED', 'CONFIRMED_LATE')) <> (l.standing > 0)");
    }

    /** Rows of exclusive use that no hold stands behind. */
    long stuckExclusives() {
        return count("SELECT COUNT(*) FROM exclusive_hold e LEFT JOIN redemption r ON r.id = e.redemption"
                + " WHERE r.status IS NULL OR r.status <> 'HELD'");
    }

    /** The ids of redemptions' events in the order in which they were written: {@code <redemption>/<word>/<discount>}. */
    List<String> events() {
        return jdbc.sql("SELECT event_id FROM event_outbox WHERE type LIKE 'io.discounts.redemption.%' ORDER BY id")
                .query(String.class)
                .list();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
