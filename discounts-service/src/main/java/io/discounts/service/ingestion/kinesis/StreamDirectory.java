package io.discounts.service.ingestion.kinesis;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.arns.Arn;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.StreamDescriptionSummary;
import software.amazon.kinesis.common.StreamIdentifier;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Asks Kinesis who a stream is: its account and when it was made, so that a stream made anew under an old name gets
 * leases of its own.
 */
final class StreamDirectory {
    private static final Logger log = LoggerFactory.getLogger(StreamDirectory.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final KinesisAsyncClient kinesis;

    StreamDirectory(KinesisAsyncClient kinesis) {
        this.kinesis = kinesis;
    }

    /** Empty if there is no such stream, or Kinesis does not answer within some seconds; never fails. */
    CompletableFuture<Optional<StreamIdentifier>> find(String name) {
        return kinesis.describeStreamSummary(request ->
                        request.streamName(name).overrideConfiguration(each -> each.apiCallTimeout(PATIENCE)))
                .thenApply(response -> Optional.of(identified(response.streamDescriptionSummary())))
                .exceptionally(e -> missing(name, e));
    }

    private static Optional<StreamIdentifier> missing(String name, Throwable reason) {
        var event = log.atWarn().addKeyValue("stream", name);
        if (reason.getCause() instanceof ResourceNotFoundException) {
            event.log("Stream does not exist; will look again");
        } else {
            event.addKeyValue("reason", reason.getCause())
                    .log("Kinesis does not say who the stream is; will ask again");
        }
        return Optional.empty();
    }

    /** The KCL makes its own ARN of the account and its client's region, whatever region a local server claims. */
    private static StreamIdentifier identified(StreamDescriptionSummary summary) {
        var account = Arn.fromString(summary.streamARN()).accountId().orElseThrow();
        var epoch = summary.streamCreationTimestamp().getEpochSecond();
        return StreamIdentifier.multiStreamInstance(account + ":" + summary.streamName() + ":" + epoch);
    }
}
