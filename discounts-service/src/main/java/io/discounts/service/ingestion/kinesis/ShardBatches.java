package io.discounts.service.ingestion.kinesis;

import io.discounts.service.ingestion.ShardBatch;
import io.discounts.service.ingestion.StreamRecord;
import software.amazon.kinesis.lifecycle.events.ProcessRecordsInput;
import software.amazon.kinesis.retrieval.KinesisClientRecord;
import software.amazon.kinesis.retrieval.kpl.ExtendedSequenceNumber;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** What the KCL delivers, as ingestion knows it. */
final class ShardBatches {
    private ShardBatches() {}

    /** @param now taken for the arrival of a record whose stream does not tell it */
    static ShardBatch of(String stream, String shardId, ProcessRecordsInput input, Instant now) {
        var records = input.records().stream().map(each -> of(each, now)).toList();
        var behind = Objects.requireNonNullElse(input.millisBehindLatest(), 0L);
        return new ShardBatch(stream, shardId, records, Duration.ofMillis(Math.max(behind, 0)));
    }

    /** Where the delivery ends; it must not be empty. */
    static ExtendedSequenceNumber last(ProcessRecordsInput input) {
        var last = input.records().getLast();
        return new ExtendedSequenceNumber(last.sequenceNumber(), last.subSequenceNumber());
    }

    private static StreamRecord of(KinesisClientRecord each, Instant now) {
        var arrivedAt = Objects.requireNonNullElse(each.approximateArrivalTimestamp(), now);
        return new StreamRecord(each.sequenceNumber(), each.subSequenceNumber(), arrivedAt, bytes(each.data()));
    }

    private static byte[] bytes(ByteBuffer readOnly) {
        var bytes = new byte[readOnly.remaining()];
        readOnly.duplicate().get(bytes);
        return bytes;
    }
}
