package io.discounts.loadtests.harness;

import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

import java.util.List;
import java.util.Objects;

/** Reads streams from their beginning with nothing behind it, one call after the other, as fast as they answer. */
public record BareReader(KinesisAsyncClient kinesis) {
    private static final int MOST = 1_000;

    /** Returns how many records there are. */
    public long readAll(List<String> streams) {
        var records = 0L;
        for (var stream : streams) {
            for (var shard : kinesis.listShards(request -> request.streamName(stream))
                    .join()
                    .shards()) {
                records += read(stream, shard.shardId());
            }
        }
        return records;
    }

    private long read(String stream, String shardId) {
        var iterator = kinesis.getShardIterator(request ->
                        request.streamName(stream).shardId(shardId).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .join()
                .shardIterator();
        var records = 0L;
        while (true) {
            var from = iterator;
            var answer = kinesis.getRecords(
                            request -> request.shardIterator(from).limit(MOST))
                    .join();
            records += answer.records().size();
            if (answer.records().isEmpty() && Objects.requireNonNullElse(answer.millisBehindLatest(), 0L) == 0) {
                return records;
            }
            iterator = answer.nextShardIterator();
        }
    }
}
