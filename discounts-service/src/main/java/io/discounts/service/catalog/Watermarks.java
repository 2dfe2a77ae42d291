package io.discounts.service.catalog;

import java.time.Instant;
import java.util.Map;

/** How far each provider's events have been applied. It stands in the catalog because it is a statement about it. */
public interface Watermarks {
    /**
     * Moves a shard's watermark forward, never back, in the caller's transaction.
     *
     * @throws org.springframework.dao.DataAccessException if the database cannot take it now
     */
    void advance(String stream, String shardId, String provider, Instant appliedUntil);

    /** The lowest watermark of each provider's shards, from memory, at most some seconds old. */
    Map<String, Instant> current();
}
