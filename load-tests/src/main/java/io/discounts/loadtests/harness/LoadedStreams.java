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
import java.util.LinkedHashMap;
import java.util.List;

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

    /** Puts up to 500 events, one call for each stream, and waits until all are taken. */
    public void put(List<Streamed> events) {
        var byStream = new LinkedHashMap<String, List<PutRecordsRequestEntry>>();
        events.forEach(event -> byStream.computeIfAbsent(event.stream(), stream -> new ArrayList<>())
                .add(entry(event)));
        byStream.forEach(this::putRecords);
    }

    public KinesisAsyncClient client() {
        return kinesis;
    }

    @Override
    public void close() {
        kinesis.close();
    }

    private void putRecords(String stream, List<PutRecordsRequestEntry> entries) {
        var answer = kinesis.putRecords(request -> request.streamName(stream).records(entries))
                .join();
        if (answer.failedRecordCount() > 0) {
            throw new IllegalStateException(answer.failedRecordCount() + " records were not taken");
        }
    }

    private static PutRecordsRequestEntry entry(Streamed event) {
        return PutRecordsRequestEntry.builder()
                .partitionKey(event.subject())
                .data(SdkBytes.fromUtf8String(event.json()))
                .build();
    }
}
