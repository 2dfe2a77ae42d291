package io.discounts.service.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** How far each provider's events have been applied. It stands in the catalog because it is a statement about it. */
public interface Watermarks {
    /**
     * Moves a shard's watermark forward, never back, in the caller's transaction.
     *
     * @throws org.springframework.dao.DataAccessException if the database cannot take it now
     */
    void advance(String stream, String shardId, String provider, Instant appliedUntil);

    /**
     * A shard has been read to its end: its children begin where it ended, and it holds its provider's watermark back no
     * longer. Doing so again changes nothing.
     *
     * @throws org.springframework.dao.DataAccessException if the database cannot take it now
     */
    void handOver(String stream, String shardId, List<String> children);

    /** The lowest watermark of each provider's shards, from memory, at most some seconds old. */
    Map<String, Instant> current();
}
