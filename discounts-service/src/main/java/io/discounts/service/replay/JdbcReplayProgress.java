package io.discounts.service.replay;

import io.discounts.service.ingestion.LoggedCounts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Sums up how far a replay's segments are. */
@Component
class JdbcReplayProgress {
    private static final String SUM = """
            SELECT COUNT(*) AS segments, COALESCE(SUM(done), 0) AS done, COALESCE(SUM(bytes), 0) AS bytes,
                   COALESCE(SUM(LEAST(read_bytes, bytes)), 0) AS read_bytes, COALESCE(SUM(applied), 0) AS applied,
                   COALESCE(SUM(outdated), 0) AS outdated, COALESCE(SUM(rejected), 0) AS rejected,
                   COALESCE(SUM(outside), 0) AS outside, MAX(moved_at) AS moved_at
              FROM replay_segment WHERE replay_id = ?
            """;
    private static final String TROUBLES = """
            SELECT name, trouble FROM replay_segment WHERE replay_id = ? AND trouble IS NOT NULL ORDER BY number LIMIT 100
            """;
    private static final double MILLIS = 1_000.0;

    /**
     * The time in which a replay has not been interrupted.
     *
     * @param since absent: it has not begun
     * @param records that were dealt with before
     */
    record Run(@Nullable Instant since, long records, long bytes) {
        private double seconds(@Nullable Instant until) {
            return since == null || until == null
                    ? 0
                    : Math.max(0, Duration.between(since, until).toMillis() / MILLIS);
        }

        double rate(long done, long before, @Nullable Instant until) {
            var seconds = seconds(until);
            return seconds == 0 ? 0 : Math.max(0, (done - before) / seconds);
        }
    }

    private final JdbcClient jdbc;

    JdbcReplayProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ReplayProgress of(long replayId, Run run) {
        var troubles = jdbc.sql(TROUBLES)
                .param(replayId)
                .query((row, index) -> new ReplayProgress.Trouble(
                        new String(row.getBytes(1), StandardCharsets.UTF_8), row.getString(2)))
                .list();
        return jdbc.sql(SUM)
                .param(replayId)
                .query((row, index) -> sum(row, run, troubles))
                .single();
    }

    private static ReplayProgress sum(ResultSet row, Run run, List<ReplayProgress.Trouble> troubles)
            throws SQLException {
        var counts = new LoggedCounts(
                row.getLong("applied"), row.getLong("outdated"), row.getLong("rejected"), row.getLong("outside"));
        var bytes = row.getLong("bytes");
        var read = row.getLong("read_bytes");
        var moved = Times.readNullable(row, "moved_at");
        var bytesPerSecond = run.rate(read, run.bytes(), moved);
        return new ReplayProgress(
                row.getLong("segments"),
                row.getLong("done"),
                bytes,
                read,
                counts,
                run.rate(counts.records(), run.records(), moved),
                bytesPerSecond == 0 ? null : Duration.ofMillis((long) (MILLIS * (bytes - read) / bytesPerSecond)),
                troubles);
    }
}
