package io.discounts.service.catalog;

import java.time.Instant;

/** How far one shard's events have been applied. */
public record ShardWatermark(String stream, String shardId, Instant appliedUntil) {}
