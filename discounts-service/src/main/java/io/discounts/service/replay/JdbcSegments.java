package io.discounts.service.replay;

import io.discounts.service.ingestion.LoggedCounts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far the segments of replays are. Everything that moves one says from where it does: of two who go on with the same
 * replay, one is refused.
 */
@Component
class JdbcSegments {
    private static final int ROWS = 500;
    private static final int MAX_TROUBLE = 500;
    private static final String ADVANCE = """
            UPDATE replay_segment segment JOIN replay ON replay.id = segment.replay_id
               SET segment.read_lines = ?, segment.read_bytes = ?, segment.moved_at = ?,
                   segment.applied = segment.applied + ?, segment.outdated = segment.outdated + ?,
                   segment.rejected = segment.rejected + ?, segment.outside = segment.outside + ?
             WHERE segment.replay_id = ? AND segment.number = ? AND segment.read_lines = ? AND NOT segment.done
               AND replay.state = 'RUNNING'
            """;
    private static final String FINISH = """
            UPDATE replay_segment segment JOIN replay ON replay.id = segment.replay_id
               SET segment.done = TRUE, segment.read_bytes = segment.bytes, segment.trouble = ?, segment.moved_at = ?
             WHERE segment.replay_id = ? AND segment.number = ? AND segment.read_lines = ? AND NOT segment.done
               AND replay.state = 'RUNNING'
            """;

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final Clock clock;

    JdbcSegments(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.clock = clock;
    }

    /** In place of those it had. */
    void plan(long replayId, List<Segment> segments) {
        client.sql("DELETE FROM replay_segment WHERE replay_id = ?")
                .param(replayId)
                .update();
        jdbc.batchUpdate(
                "INSERT INTO replay_segment (replay_id, number, stream, name, bytes) VALUES (?, ?, ?, ?, ?)",
                IntStream.range(0, segments.size()).boxed().toList(),
                ROWS,
                (statement, number) -> {
                    var segment = segments.get(number);
                    statement.setLong(1, replayId);
                    statement.setInt(2, number);
                    statement.setString(3, segment.stream());
                    statement.setBytes(4, segment.name().getBytes(StandardCharsets.UTF_8));
                    statement.setLong(5, segment.bytes());
                });
    }

    /** Those that are not done, the largest first, so that no worker is left alone with one at the end. */
    List<SegmentProgress> undone(long replayId) {
        return client.sql("SELECT * FROM replay_segment WHERE replay_id = ? AND NOT done ORDER BY bytes DESC, number")
                .param(replayId)
                .query(JdbcSegments::progress)
                .list();
    }

    /** @throws ReplayStoppedException if the replay does not run any more: nobody need wait for its log */
    SegmentProgress find(long replayId, int number) {
        return client.sql("""
                        SELECT segment.* FROM replay_segment segment JOIN replay ON replay.id = segment.replay_id
                         WHERE segment.replay_id = ? AND segment.number = ? AND replay.state = 'RUNNING'
                        """)
                .params(replayId, number)
                .query(JdbcSegments::progress)
                .optional()
                .orElseThrow(() -> new ReplayStoppedException(replayId));
    }

    /**
     * Moves a segment in the caller's transaction.
     *
     * @param from how many lines were dealt with before
     * @throws ReplayStoppedException if that is not so, or the replay does not run any more
     */
    void advance(long replayId, int number, long from, long until, long readBytes, LoggedCounts counts) {
        require(
                replayId,
                jdbc.update(
                        ADVANCE,
                        until,
                        readBytes,
                        Times.write(clock.instant()),
                        counts.applied(),
                        counts.outdated(),
                        counts.rejected(),
                        counts.outside(),
                        replayId,
                        number,
                        from));
    }

    /** @throws ReplayStoppedException as {@link #advance} does */
    void finish(long replayId, int number, long lines, @Nullable String trouble) {
        var told = trouble == null || trouble.length() <= MAX_TROUBLE ? trouble : trouble.substring(0, MAX_TROUBLE);
        require(replayId, jdbc.update(FINISH, told, Times.write(clock.instant()), replayId, number, lines));
    }

    private static void require(long replayId, int moved) {
        if (moved != 1) {
            throw new ReplayStoppedException(replayId);
        }
    }

    private static SegmentProgress progress(ResultSet row, int index) throws SQLException {
        var name = new String(row.getBytes("name"), StandardCharsets.UTF_8);
        var segment = new Segment(row.getString("stream"), name, row.getLong("bytes"));
        return new SegmentProgress(row.getInt("number"), segment, row.getLong("read_lines"));
    }
}
