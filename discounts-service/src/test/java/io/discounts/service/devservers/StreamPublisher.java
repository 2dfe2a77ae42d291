package io.discounts.service.devservers;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Puts records on the streams through the AWS SDK. Thread-safe. */
public final class StreamPublisher implements AutoCloseable {
    private final KinesisAsyncClient kinesis;

    StreamPublisher(KinesisAsyncClient kinesis) {
        this.kinesis = kinesis;
    }

    /** Puts one record and waits until it is on the stream. */
    public void publish(String stream, String partitionKey, String data) {
        publish(stream, List.of(new StreamRecord(partitionKey, data.getBytes(StandardCharsets.UTF_8))))
                .join();
    }

    /**
     * Puts up to 500 records (5 MB) with one call.
     *
     * @return fails when one of them was not taken
     */
    public CompletableFuture<Void> publish(String stream, List<StreamRecord> records) {
        var entries = records.stream().map(StreamPublisher::entry).toList();
        return kinesis.putRecords(request -> request.streamName(stream).records(entries))
                .thenAccept(StreamPublisher::requireAllTaken);
    }

    @Override
    public void close() {
        kinesis.close();
    }

    private static PutRecordsRequestEntry entry(StreamRecord record) {
        return PutRecordsRequestEntry.builder()
                .partitionKey(record.partitionKey())
                .data(SdkBytes.fromByteArray(record.data()))
                .build();
    }

    private static void requireAllTaken(PutRecordsResponse response) {
        if (response.failedRecordCount() > 0) {
            throw new IllegalStateException(response.failedRecordCount() + " records were not taken");
        }
    }
}
