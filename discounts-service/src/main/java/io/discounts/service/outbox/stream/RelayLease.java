package io.discounts.service.outbox.stream;

import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Duration;

/**
 * The row that says who carries, by the database's own clock.
 *
 * @param holder this relay's name, which no other has
 */
record RelayLease(JdbcTemplate jdbc, String holder) {
    static final Duration TERM = Duration.ofSeconds(10);

    private static final String TAKE = """
            UPDATE event_relay SET holder = ?, until = TIMESTAMPADD(SECOND, ?, UTC_TIMESTAMP(3)) WHERE id = 1""";

    /** For its term, whoever had it. */
    void seize() {
        jdbc.update(TAKE, holder, TERM.toSeconds());
    }

    /** For its term, if it is this relay's or has expired. */
    boolean renewOrTake() {
        return jdbc.update(TAKE + " AND (holder = ? OR until < UTC_TIMESTAMP(3))", holder, TERM.toSeconds(), holder)
                == 1;
    }

    /** Lets it expire now, if it is this relay's. */
    void giveBack() {
        jdbc.update("UPDATE event_relay SET until = '2000-01-01 00:00:00' WHERE id = 1 AND holder = ?", holder);
    }
}
