package io.discounts.service.ingestion;

import java.util.List;

/**
 * The parked subjects whose records came from one shard.
 *
 * @param names the first of them, at most so many as were asked for
 */
record ParkedShard(String stream, String shardId, long subjects, List<String> names) {
    ParkedShard {
        names = List.copyOf(names);
    }
}
