package io.discounts.service.demo;

import io.discounts.service.devservers.StreamRecord;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

/** Puts many events on their streams, in batches, with few of them under way at a time. */
record BulkPublisher(Streams streams) {
    /** As many records as one call takes. */
    static final int BATCH = 500;

    static final int AT_A_TIME = 3;

    /**
     * Publishes the events, in no particular order, and waits until all are on their streams.
     *
     * @param progress is told how many more are
     * @throws java.util.concurrent.CompletionException when a batch was not taken; the rest is not published
     */
    void publish(Stream<DemoEvent> events, IntConsumer progress) {
        events.gather(Gatherers.windowFixed(BATCH))
                .gather(Gatherers.mapConcurrent(AT_A_TIME, this::put))
                .forEach(progress::accept);
    }

    private int put(List<DemoEvent> batch) {
        var byStream = batch.stream().collect(groupingBy(DemoEvent::stream, mapping(BulkPublisher::record, toList())));
        byStream.forEach((stream, records) -> streams.publish(stream, records).join());
        return batch.size();
    }

    private static StreamRecord record(DemoEvent event) {
        return new StreamRecord(event.subject(), event.json().getBytes(StandardCharsets.UTF_8));
    }

    /** Takes a batch of records for one stream; done when they are on it. */
    interface Streams {
        CompletableFuture<Void> publish(String stream, List<StreamRecord> records);
    }
}
