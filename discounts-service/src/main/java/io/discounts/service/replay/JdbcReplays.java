package io.discounts.service.replay;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Replays in MySQL: who ordered what, and how it stands. */
@Component
class JdbcReplays {
    private static final int MAX_ACTOR = 256;
    private static final int MAX_FAILURE = 1000;
    private static final String ADD = """
            INSERT INTO replay (state, origin, provider, location, from_time, until_time, into_shadow, ordered_by, ordered_at)
            VALUES ('PENDING', ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String BEGIN = """
            UPDATE replay
              JOIN (SELECT COALESCE(SUM(applied + outdated + rejected + outside), 0) AS records,
                           COALESCE(SUM(read_bytes), 0) AS bytes
                      FROM replay_segment WHERE replay_id = ?) done
               SET state = 'RUNNING', began_at = COALESCE(began_at, ?), run_at = ?,
                   run_records = done.records, run_bytes = done.bytes
             WHERE id = ? AND state IN ('PENDING', 'RUNNING')
            """;
    private static final String SAME = """
            SELECT id FROM replay
             WHERE state IN ('PENDING', 'RUNNING') AND origin = ? AND provider <=> ? AND location = ? AND from_time = ?
               AND until_time = ? AND into_shadow = ? ORDER BY id LIMIT 1
            """;

    private final JdbcClient jdbc;
    private final JdbcReplayProgress progress;
    private final Clock clock;

    JdbcReplays(JdbcClient jdbc, JdbcReplayProgress progress, Clock clock) {
        this.jdbc = jdbc;
        this.progress = progress;
        this.clock = clock;
    }

    long add(ReplayOrder order, ReplayOrigin origin, String actor) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(ADD)
                .param(origin.name())
                .param(order.provider())
                .param(order.location())
                .param(Times.write(order.from()))
                .param(Times.write(order.until()))
                .param(order.intoShadow())
                .param(cut(actor, MAX_ACTOR))
                .param(Times.write(clock.instant()))
                .update(key);
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** The same order, given before and not ended. */
    Optional<Long> findSame(ReplayOrder order, ReplayOrigin origin) {
        return jdbc.sql(SAME)
                .param(origin.name())
                .param(order.provider())
                .param(order.location())
                .param(Times.write(order.from()))
                .param(Times.write(order.until()))
                .param(order.intoShadow())
                .query(Long.class)
                .optional();
    }

    Optional<Replay> find(long id) {
        return jdbc.sql("SELECT * FROM replay WHERE id = ?")
                .param(id)
                .query(this::replay)
                .optional();
    }

    /** By id, beginning behind one. */
    List<Replay> page(long behind, int limit) {
        return jdbc.sql("SELECT * FROM replay WHERE id > ? ORDER BY id LIMIT ?")
                .params(behind, limit)
                .query(this::replay)
                .list();
    }

    /** Those that have not ended, by id. */
    List<Long> unended(ReplayOrigin origin) {
        return jdbc.sql("SELECT id FROM replay WHERE state IN ('PENDING', 'RUNNING') AND origin = ? ORDER BY id")
                .param(origin.name())
                .query(Long.class)
                .list();
    }

    /** Whether a replay into the shadow, other than this, has not ended. */
    boolean isShadowAwaited(long but) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM replay WHERE state IN ('PENDING', 'RUNNING') AND into_shadow AND id <> ?
                        """).param(but).query(Long.class).single() > 0;
    }

    /** Takes note that it runs from now on; false if it has ended. */
    boolean begin(long id) {
        var now = Times.write(clock.instant());
        return jdbc.sql(BEGIN).params(id, now, now, id).update() == 1;
    }

    boolean isPlanned(long id) {
        return jdbc.sql("SELECT planned FROM replay WHERE id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /**
     * Takes note that its segments are known.
     *
     * @param fills whether it fills an empty live catalog, and goes on to when it is gone on with
     */
    void planned(long id, boolean fills) {
        jdbc.sql("UPDATE replay SET planned = TRUE, fills = ? WHERE id = ?")
                .params(fills, id)
                .update();
    }

    boolean fills(long id) {
        return jdbc.sql("SELECT fills FROM replay WHERE id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** False if it has ended before. */
    boolean succeed(long id, Replay.@Nullable Checksums checksums) {
        return jdbc.sql("""
                        UPDATE replay SET state = 'SUCCEEDED', ended_at = ?, live_checksum = ?, shadow_checksum = ?
                         WHERE id = ? AND state = 'RUNNING'
                        """)
                        .param(Times.write(clock.instant()))
                        .param(checksums == null ? null : checksums.live())
                        .param(checksums == null ? null : checksums.shadow())
                        .param(id)
                        .update()
                == 1;
    }

    /** False if it has ended before. */
    boolean fail(long id, String failure) {
        return jdbc.sql("""
                        UPDATE replay SET state = 'FAILED', ended_at = ?, failure = ?
                         WHERE id = ? AND state IN ('PENDING', 'RUNNING')
                        """)
                        .params(Times.write(clock.instant()), cut(failure, MAX_FAILURE), id)
                        .update()
                == 1;
    }

    /** False if it has ended before. From the commit on nothing more is applied. */
    boolean cancel(long id, String actor) {
        return jdbc.sql("""
                        UPDATE replay SET state = 'CANCELLED', ended_at = ?, cancelled_by = ?
                         WHERE id = ? AND state IN ('PENDING', 'RUNNING')
                        """)
                        .params(Times.write(clock.instant()), cut(actor, MAX_ACTOR), id)
                        .update()
                == 1;
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private Replay replay(ResultSet row, int index) throws SQLException {
        var order = new ReplayOrder(
                row.getString("provider"),
                row.getString("location"),
                Times.read(row, "from_time"),
                Times.read(row, "until_time"),
                row.getBoolean("into_shadow"));
        var live = row.getString("live_checksum");
        var shadow = row.getString("shadow_checksum");
        return new Replay(
                row.getLong("id"),
                ReplayState.valueOf(row.getString("state")),
                order,
                row.getString("ordered_by"),
                Times.read(row, "ordered_at"),
                Times.readNullable(row, "began_at"),
                Times.readNullable(row, "ended_at"),
                row.getString("cancelled_by"),
                row.getString("failure"),
                live == null || shadow == null ? null : new Replay.Checksums(live, shadow),
                progress.of(
                        row.getLong("id"),
                        new JdbcReplayProgress.Run(
                                Times.readNullable(row, "run_at"),
                                row.getLong("run_records"),
                                row.getLong("run_bytes"))));
    }
}
