package io.discounts.loadtests.harness;

import io.discounts.service.devservers.RunningServers;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The local Kinesis through the AWS SDK. Records of one call arrive in their order. */
public final class LoadedStreams implements AutoCloseable {
    private final KinesisAsyncClient kinesis;

    private LoadedStreams(KinesisAsyncClient kinesis) {
        this.kinesis = kinesis;
    }

    public static LoadedStreams of(RunningServers servers) {
        return new LoadedStreams(KinesisAsyncClient.builder()
                .httpClientBuilder(NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP1_1))
                .endpointOverride(servers.kinesisEndpoint())
                .region(Region.of(RunningServers.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .build());
    }

    /**
     * Puts up to 500 events, one call for each stream, and waits until all are taken.
     *
     * @return where each of them lies
     */
    public Map<Streamed, Place> put(List<Streamed> events) {
        var byStream = new LinkedHashMap<String, List<Streamed>>();
        events.forEach(event -> byStream.computeIfAbsent(event.stream(), stream -> new ArrayList<>())
                .add(event));
        var places = new HashMap<Streamed, Place>();
        byStream.forEach((stream, each) -> putRecords(stream, each, places));
        return places;
    }

    /** Puts one event with a call of its own. */
    public CompletableFuture<?> putAlone(Streamed event) {
        return kinesis.putRecord(request -> request.streamName(event.stream())
                .partitionKey(event.subject())
                .data(SdkBytes.fromUtf8String(event.json())));
    }

    public KinesisAsyncClient client() {
        return kinesis;
    }

    @Override
    public void close() {
        kinesis.close();
    }

    private void putRecords(String stream, List<Streamed> events, Map<Streamed, Place> places) {
        var entries = events.stream().map(LoadedStreams::entry).toList();
        var answer = kinesis.putRecords(request -> request.streamName(stream).records(entries))
                .join();
        if (answer.failedRecordCount() > 0) {
            throw new IllegalStateException(answer.failedRecordCount() + " records were not taken");
        }
        for (int i = 0; i < events.size(); i++) {
            var taken = answer.records().get(i);
            places.put(events.get(i), new Place(stream, taken.shardId(), taken.sequenceNumber()));
        }
    }

    private static PutRecordsRequestEntry entry(Streamed event) {
        return PutRecordsRequestEntry.builder()
                .partitionKey(event.subject())
                .data(SdkBytes.fromUtf8String(event.json()))
                .build();
    }
}
