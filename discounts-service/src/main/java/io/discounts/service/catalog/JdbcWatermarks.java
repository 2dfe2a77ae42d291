package io.discounts.service.catalog;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Watermarks in MySQL, read from a copy in memory that stays as it is while the database is away. */
class JdbcWatermarks implements Watermarks {
    private static final Logger log = LoggerFactory.getLogger(JdbcWatermarks.class);

    private final JdbcClient jdbc;
    private volatile Map<String, Instant> current = Map.of();

    JdbcWatermarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void advance(String stream, String shardId, String provider, Instant appliedUntil) {
        jdbc.sql("""
                        INSERT INTO watermark (stream, shard_id, provider, applied_until) VALUES (?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE applied_until = GREATEST(applied_until, VALUES(applied_until))
                        """)
                .params(stream, shardId, provider, LocalDateTime.ofInstant(appliedUntil, ZoneOffset.UTC))
                .update();
    }

    /** Children first: in between, the parent still counts. Of two parents that merge, the one less far decides. */
    @Override
    public void handOver(String stream, String shardId, List<String> children) {
        for (var child : children) {
            jdbc.sql("""
                            INSERT INTO watermark (stream, shard_id, provider, applied_until)
                            SELECT parent.stream, ?, parent.provider, parent.applied_until
                              FROM watermark parent WHERE parent.stream = ? AND parent.shard_id = ?
                            ON DUPLICATE KEY UPDATE
                              applied_until = LEAST(watermark.applied_until, VALUES(applied_until))
                            """).params(child, stream, shardId).update();
        }
        jdbc.sql("DELETE FROM watermark WHERE stream = ? AND shard_id = ?")
                .params(stream, shardId)
                .update();
    }

    @Override
    public Map<String, Instant> current() {
        return current;
    }

    @Scheduled(fixedDelayString = "${discounts.catalog.watermark-refresh:1s}")
    void refresh() {
        try {
            var lowest = new TreeMap<String, Instant>();
            jdbc.sql("SELECT provider, MIN(applied_until) FROM watermark GROUP BY provider")
                    .query(row -> {
                        lowest.put(
                                row.getString(1),
                                row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC));
                    });
            current = lowest;
        } catch (DataAccessException away) {
            log.atDebug().setCause(away).log("watermarks stay as they are while the database is away");
        }
    }
}
