package io.discounts.service.outbox.stream;

import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * Kinesis at its worst within what its documentation allows: refuses single records, takes those of a call in another order
 * than theirs, takes some of a call that it does not answer.
 */
final class FlakyKinesis implements KinesisAsyncClient {
    private final List<PutRecordsRequestEntry> log = Collections.synchronizedList(new ArrayList<>());
    private final List<PutRecordsRequest> calls = new CopyOnWriteArrayList<>();
    private volatile Predicate<PutRecordsRequestEntry> refuses = record -> false;
    private volatile Predicate<PutRecordsRequest> answers = call -> true;

    void refuse(Predicate<PutRecordsRequestEntry> records) {
        refuses = records;
    }

    void answer(Predicate<PutRecordsRequest> some) {
        answers = some;
    }

    /** What is on the stream, as text. */
    List<String> events() {
        return List.copyOf(log).stream()
                .map(record -> record.data().asUtf8String())
                .toList();
    }

    List<String> subjects() {
        return List.copyOf(log).stream()
                .map(PutRecordsRequestEntry::partitionKey)
                .toList();
    }

    List<PutRecordsRequest> calls() {
        return calls;
    }

    @Override
    public CompletableFuture<PutRecordsResponse> putRecords(PutRecordsRequest request) {
        calls.add(request);
        var results = request.records().reversed().stream().map(this::put).toList();
        return answers.test(request)
                ? CompletableFuture.completedFuture(
                        PutRecordsResponse.builder().records(results.reversed()).build())
                : CompletableFuture.failedFuture(
                        KinesisException.builder().message("no answer").build());
    }

    private PutRecordsResultEntry put(PutRecordsRequestEntry record) {
        var result = PutRecordsResultEntry.builder();
        if (refuses.test(record)) {
            return result.errorCode("ProvisionedThroughputExceededException").build();
        }
        log.add(record);
        return result.sequenceNumber("1").build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
