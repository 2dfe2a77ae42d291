package io.discounts.service.ingestion.kinesis;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisServiceClientConfiguration;
import software.amazon.awssdk.services.kinesis.model.DescribeStreamSummaryRequest;
import software.amazon.awssdk.services.kinesis.model.DescribeStreamSummaryResponse;
import software.amazon.awssdk.services.kinesis.model.ListShardsRequest;
import software.amazon.awssdk.services.kinesis.model.ListShardsResponse;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Knows its streams, and nothing of records. */
final class FakeKinesis implements KinesisAsyncClient {
    final List<String> asked = new ArrayList<>();
    private final Set<String> streams = new HashSet<>();
    private @Nullable RuntimeException failure;
    private Runnable whenShardsAreAsked = () -> {};

    void has(String stream) {
        streams.add(stream);
    }

    void failsWith(RuntimeException failure) {
        this.failure = failure;
    }

    @Override
    public CompletableFuture<DescribeStreamSummaryResponse> describeStreamSummary(
            DescribeStreamSummaryRequest request) {
        asked.add(request.streamName());
        if (failure != null) {
            return CompletableFuture.failedFuture(failure);
        }
        return streams.contains(request.streamName())
                ? CompletableFuture.completedFuture(summary(request.streamName()))
                : CompletableFuture.failedFuture(
                        ResourceNotFoundException.builder().build());
    }

    void tellsNoShards(Runnable whenAsked) {
        this.whenShardsAreAsked = whenAsked;
    }

    @Override
    public CompletableFuture<ListShardsResponse> listShards(ListShardsRequest request) {
        whenShardsAreAsked.run();
        return CompletableFuture.failedFuture(new IllegalStateException("No shards are told"));
    }

    private static DescribeStreamSummaryResponse summary(String stream) {
        return DescribeStreamSummaryResponse.builder()
                .streamDescriptionSummary(summary -> summary.streamName(stream)
                        .streamARN("arn:aws:kinesis:us-east-1:000000000000:stream/" + stream)
                        .streamCreationTimestamp(Instant.ofEpochSecond(1_790_000_000L)))
                .build();
    }

    @Override
    public KinesisServiceClientConfiguration serviceClientConfiguration() {
        return KinesisServiceClientConfiguration.builder()
                .region(Region.EU_WEST_1)
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
