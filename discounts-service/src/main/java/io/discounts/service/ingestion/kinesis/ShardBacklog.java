package io.discounts.service.ingestion.kinesis;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.kinesis.common.StreamIdentifier;
import software.amazon.kinesis.leases.Lease;
import software.amazon.kinesis.leases.MultiStreamLease;
import software.amazon.kinesis.retrieval.kpl.ExtendedSequenceNumber;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;

/** Asks Kinesis itself whether records wait behind a lease's checkpoint; if it does not answer, none are known of. */
record ShardBacklog(KinesisAsyncClient kinesis) implements Predicate<Lease> {
    private static final Logger log = LoggerFactory.getLogger(ShardBacklog.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public boolean test(Lease lease) {
        try {
            return lease instanceof MultiStreamLease ofStream && mayBeBehind(lease.checkpoint()) && waits(ofStream);
        } catch (CompletionException | SdkException away) {
            log.atDebug().setCause(away).log("Kinesis does not tell the backlog");
            return false;
        }
    }

    /** Where a shard is read from its latest record on, what waited cannot be told from what was left out. */
    private static boolean mayBeBehind(ExtendedSequenceNumber checkpoint) {
        return !checkpoint.equals(ExtendedSequenceNumber.SHARD_END)
                && !checkpoint.equals(ExtendedSequenceNumber.LATEST);
    }

    private boolean waits(MultiStreamLease lease) {
        var iterator =
                kinesis.getShardIterator(request -> from(request, lease)).join().shardIterator();
        var read = kinesis.getRecords(request -> request.shardIterator(iterator)
                        .limit(1)
                        .overrideConfiguration(each -> each.apiCallTimeout(PATIENCE)))
                .join();
        return !read.records().isEmpty() || Objects.requireNonNullElse(read.millisBehindLatest(), 0L) > 0;
    }

    private static void from(GetShardIteratorRequest.Builder request, MultiStreamLease lease) {
        request.streamName(StreamIdentifier.multiStreamInstance(lease.streamIdentifier())
                        .streamName())
                .shardId(lease.shardId())
                .overrideConfiguration(each -> each.apiCallTimeout(PATIENCE));
        if (lease.checkpoint().isSentinelCheckpoint()) {
            request.shardIteratorType(ShardIteratorType.TRIM_HORIZON);
        } else {
            request.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                    .startingSequenceNumber(lease.checkpoint().sequenceNumber());
        }
    }
}
