package io.discounts.service.redemption.reconciliation;

import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.Optional;

/** The last report, for all instances, and whose turn it is to make the next one. Safe for use by any thread. */
public final class KeptReports {
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcTemplate jdbc;

    public KeptReports(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whether the caller is to look now; nobody else is until it may be done again.
     *
     * @param every how soon that is, should the caller not tell when it has looked
     */
    public boolean take(Duration every) {
        return jdbc.update(
                        "UPDATE reconciliation SET next_at = UTC_TIMESTAMP(3) + INTERVAL ? MICROSECOND"
                                + " WHERE id = 1 AND next_at <= UTC_TIMESTAMP(3)",
                        micros(every))
                == 1;
    }

    /** Keeps a report in place of the last one, and says when to look again. */
    public void keep(ReconciliationReport report, Duration rest) {
        jdbc.update(
                "UPDATE reconciliation SET report = ?, next_at = UTC_TIMESTAMP(3) + INTERVAL ? MICROSECOND WHERE id = 1",
                JSON.writeValueAsBytes(report),
                micros(rest));
    }

    /**
     * The last report, whichever instance made it.
     *
     * @return empty if nobody has looked yet
     */
    public Optional<ReconciliationReport> last() {
        return jdbc
                .query(
                        "SELECT report FROM reconciliation WHERE id = 1",
                        (row, at) -> Optional.ofNullable(row.getBytes(1)))
                .stream()
                .flatMap(Optional::stream)
                .map(report -> JSON.readValue(report, ReconciliationReport.class))
                .findFirst();
    }

    private static long micros(Duration duration) {
        return duration.toMillis() * 1_000;
    }
}
