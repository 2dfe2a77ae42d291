package io.discounts.service.eligibility.web;

import io.discounts.service.catalog.Watermarks;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Watermarks that stand still. */
record FixedWatermarks(Map<String, Instant> current) implements Watermarks {
    @Override
    public void advance(String stream, String shardId, String provider, Instant appliedUntil) {
        throw new UnsupportedOperationException("only read");
    }

    @Override
    public void handOver(String stream, String shardId, List<String> children) {
        throw new UnsupportedOperationException("only read");
    }
}
