package io.discounts.service.devservers;

import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a stream from its beginning, with each look what has come since the last one. For one thread. */
public final class StreamTail implements AutoCloseable {
    private final KinesisAsyncClient kinesis;
    private final Map<String, String> iterators = new LinkedHashMap<>();

    public StreamTail(URI endpoint, String stream) {
        kinesis = LocalKinesis.client(endpoint);
        kinesis.listShards(request -> request.streamName(stream))
                .join()
                .shards()
                .forEach(shard -> iterators.put(shard.shardId(), beginning(stream, shard.shardId())));
    }

    /** What is new, in order for each shard. */
    public List<StreamRecord> next() {
        var records = new ArrayList<StreamRecord>();
        iterators.replaceAll((shard, iterator) -> drained(iterator, records));
        return records;
    }

    @Override
    public void close() {
        kinesis.close();
    }

    private String beginning(String stream, String shard) {
        return kinesis.getShardIterator(request ->
                        request.streamName(stream).shardId(shard).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .join()
                .shardIterator();
    }

    private String drained(String iterator, List<StreamRecord> records) {
        var at = iterator;
        while (true) {
            var from = at;
            var answer =
                    kinesis.getRecords(request -> request.shardIterator(from)).join();
            answer.records().forEach(record -> records.add(read(record)));
            at = answer.nextShardIterator();
            if (answer.records().isEmpty()) {
                return at;
            }
        }
    }

    private static StreamRecord read(Record record) {
        return new StreamRecord(record.partitionKey(), record.data().asByteArray());
    }
}
