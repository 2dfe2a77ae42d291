package io.discounts.service.demo;

import io.discounts.service.devservers.StreamRecord;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

/** Puts many events on their streams, in batches, with few of them under way at a time. */
record BulkPublisher(Streams streams) {
    /** Small enough that the local server, which does one thing at a time, answers others in between. */
    static final int BATCH = 100;

    static final int AT_A_TIME = 2;

    /**
     * Publishes the events and waits until all are on their streams.
     *
     * @return how many there were
     * @throws java.util.concurrent.CompletionException when a batch was not taken; the rest is not published
     */
    int publish(Stream<DemoEvent> events) {
        return events.gather(Gatherers.windowFixed(BATCH))
                .gather(Gatherers.mapConcurrent(AT_A_TIME, this::put))
                .mapToInt(Integer::intValue)
                .sum();
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
