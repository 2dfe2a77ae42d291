package io.discounts.service.catalog;

import java.util.List;

/** The watermarks shard by shard, for whoever wants to see where a provider's is held back. */
public interface ShardWatermarks {
    /**
     * All of them, from the database.
     *
     * @throws org.springframework.dao.DataAccessException if it does not answer
     */
    List<ShardWatermark> all();
}
