package io.discounts.loadtests.harness;

/** Where a record lies. */
public record Place(String stream, String shardId, String sequenceNumber) {
    /** Whether the lease with this key, {@code account:stream:epoch:shard}, is its shard's. */
    boolean isIn(String leaseKey) {
        return leaseKey.contains(":" + stream + ":") && leaseKey.endsWith(":" + shardId);
    }
}
