package io.discounts.service.outbox.stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Counts what waits, and forgets what was sent long ago. */
final class OutboxKeeping {
    private static final int AT_ONCE = 1_000;
    private static final Logger log = LoggerFactory.getLogger(OutboxKeeping.class);

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final OutboxMetrics metrics;
    private final Duration keepSent;

    OutboxKeeping(JdbcTemplate jdbc, Clock clock, OutboxMetrics metrics, Duration keepSent) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.metrics = metrics;
        this.keepSent = keepSent;
    }

    @Scheduled(fixedDelayString = "${discounts.events.keeping:10s}")
    void keep() {
        try {
            metrics.waiting(backlog());
            while (metrics.leads() && forgetSome() == AT_ONCE) {}
        } catch (DataAccessException away) {
            log.atDebug().setCause(away).log("the outbox is not looked after while the database is away");
        }
    }

    OutboxMetrics.Backlog backlog() {
        var now = clock.instant();
        return jdbc.queryForObject(
                """
                SELECT waiting.events, oldest.time
                  FROM (SELECT COUNT(*) AS events, MIN(id) AS id FROM event_outbox WHERE sent_at IS NULL) waiting
                  LEFT JOIN event_outbox oldest ON oldest.id = waiting.id
                """,
                (row, number) ->
                        new OutboxMetrics.Backlog(row.getLong(1), age(row.getObject(2, LocalDateTime.class), now)));
    }

    /** By one key each, as the relay of invalidations does and for the same reason. */
    int forgetSome() {
        var until = LocalDateTime.ofInstant(clock.instant().minus(keepSent), ZoneOffset.UTC);
        List<Long> old = jdbc.queryForList(
                "SELECT id FROM event_outbox WHERE sent_at < ? AND NOT refused ORDER BY sent_at LIMIT ?",
                Long.class,
                until,
                AT_ONCE);
        jdbc.batchUpdate(
                "DELETE FROM event_outbox WHERE id = ?",
                old.stream().map(id -> new Object[] {id}).toList());
        return old.size();
    }

    private static Duration age(LocalDateTime happened, Instant now) {
        if (happened == null) {
            return Duration.ZERO;
        }
        var age = Duration.between(happened.toInstant(ZoneOffset.UTC), now);
        return age.isNegative() ? Duration.ZERO : age;
    }
}
