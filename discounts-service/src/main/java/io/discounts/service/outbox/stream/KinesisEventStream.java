package io.discounts.service.outbox.stream;

import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A Kinesis stream. {@code PutRecords} keeps no order among the records of a call, and each may fail by itself
 * (<a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html">API</a>); so no two of one subject
 * go together.
 */
record KinesisEventStream(KinesisAsyncClient kinesis, String name) implements EventStream {
    private static final Duration ATTEMPT = Duration.ofSeconds(2);
    private static final Duration CALL = Duration.ofSeconds(4);

    @Override
    public Taken put(List<WaitingEvent> events) {
        var request = PutRecordsRequest.builder()
                .streamName(name)
                .records(events.stream().map(KinesisEventStream::entry).toList())
                .overrideConfiguration(
                        call -> call.apiCallAttemptTimeout(ATTEMPT).apiCallTimeout(CALL))
                .build();
        return taken(events, kinesis.putRecords(request).join());
    }

    private static PutRecordsRequestEntry entry(WaitingEvent event) {
        return PutRecordsRequestEntry.builder()
                .partitionKey(event.subject())
                .data(event.event())
                .build();
    }

    /** Answers come in the order of the records. */
    private static Taken taken(List<WaitingEvent> events, PutRecordsResponse response) {
        var taken = new ArrayList<WaitingEvent>();
        var refusals = new TreeSet<String>();
        for (int i = 0; i < events.size(); i++) {
            var answer = response.records().get(i);
            if (answer.errorCode() == null) {
                taken.add(events.get(i));
            } else {
                refusals.add(answer.errorCode());
            }
        }
        return new Taken(taken, List.copyOf(refusals));
    }
}
