package io.discounts.loadtests.harness;

import org.awaitility.Awaitility;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** The shards of a stream that take records, to be split and merged. */
public record OpenShards(KinesisAsyncClient kinesis, String stream) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** In the order of their hash keys. */
    public List<Shard> list() {
        return kinesis.listShards(request -> request.streamName(stream)).join().shards().stream()
                .filter(shard -> shard.sequenceNumberRange().endingSequenceNumber() == null)
                .sorted(Comparator.comparing(OpenShards::from))
                .toList();
    }

    /** Splits one of them in the middle and waits until its children take records. */
    public void split(Random random) {
        var shards = list();
        var parent = shards.get(random.nextInt(shards.size()));
        var middle = from(parent).add(until(parent)).divide(BigInteger.TWO).toString();
        kinesis.splitShard(request -> request.streamName(stream)
                        .shardToSplit(parent.shardId())
                        .newStartingHashKey(middle))
                .join();
        awaitActive();
    }

    /** Merges two neighbours and waits until their child takes records. */
    public void merge(Random random) {
        var shards = list();
        var left = random.nextInt(shards.size() - 1);
        kinesis.mergeShards(request -> request.streamName(stream)
                        .shardToMerge(shards.get(left).shardId())
                        .adjacentShardToMerge(shards.get(left + 1).shardId()))
                .join();
        awaitActive();
    }

    private void awaitActive() {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> kinesis.describeStreamSummary(request -> request.streamName(stream))
                                .join()
                                .streamDescriptionSummary()
                                .streamStatus()
                        == StreamStatus.ACTIVE);
    }

    private static BigInteger from(Shard shard) {
        return new BigInteger(shard.hashKeyRange().startingHashKey());
    }

    private static BigInteger until(Shard shard) {
        return new BigInteger(shard.hashKeyRange().endingHashKey());
    }
}
