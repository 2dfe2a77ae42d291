package io.discounts.service.ingestion.kinesis;

import software.amazon.kinesis.checkpoint.Checkpoint;
import software.amazon.kinesis.exceptions.KinesisClientLibException;
import software.amazon.kinesis.processor.Checkpointer;
import software.amazon.kinesis.retrieval.kpl.ExtendedSequenceNumber;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** One shard's row, behind the KCL's own checkpointer. */
final class FakeLeaseTable implements Checkpointer {
    final List<String> written = new ArrayList<>();
    private final Deque<Exception> failures = new ArrayDeque<>();
    private ExtendedSequenceNumber stored = ExtendedSequenceNumber.TRIM_HORIZON;
    private String operation = "";

    void failsOnce(Exception failure) {
        failures.add(failure);
    }

    void isWell() {
        failures.clear();
    }

    ExtendedSequenceNumber stored() {
        return stored;
    }

    @Override
    public void setCheckpoint(String leaseKey, ExtendedSequenceNumber checkpoint, String token)
            throws KinesisClientLibException {
        switch (failures.poll()) {
            case null -> store(checkpoint);
            case KinesisClientLibException checked -> throw checked;
            case RuntimeException unchecked -> throw unchecked;
            case Exception other -> throw new IllegalStateException(other);
        }
    }

    private void store(ExtendedSequenceNumber checkpoint) {
        stored = checkpoint;
        written.add(
                checkpoint.subSequenceNumber() == 0
                        ? checkpoint.sequenceNumber()
                        : checkpoint.sequenceNumber() + "/" + checkpoint.subSequenceNumber());
    }

    @Override
    public ExtendedSequenceNumber getCheckpoint(String leaseKey) {
        return stored;
    }

    @Override
    public Checkpoint getCheckpointObject(String leaseKey) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void prepareCheckpoint(String leaseKey, ExtendedSequenceNumber pending, String token) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void prepareCheckpoint(String leaseKey, ExtendedSequenceNumber pending, String token, byte[] state) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void operation(String operation) {
        this.operation = operation;
    }

    @Override
    public String operation() {
        return operation;
    }
}
