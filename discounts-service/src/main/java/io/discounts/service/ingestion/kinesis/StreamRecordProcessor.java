package io.discounts.service.ingestion.kinesis;

import io.discounts.service.ingestion.BatchOutcome.Ingested;
import io.discounts.service.ingestion.BatchOutcome.Unavailable;
import io.discounts.service.ingestion.ShardBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import software.amazon.awssdk.services.kinesis.model.ChildShard;
import software.amazon.kinesis.lifecycle.events.InitializationInput;
import software.amazon.kinesis.lifecycle.events.LeaseLostInput;
import software.amazon.kinesis.lifecycle.events.ProcessRecordsInput;
import software.amazon.kinesis.lifecycle.events.ShardEndedInput;
import software.amazon.kinesis.lifecycle.events.ShutdownRequestedInput;
import software.amazon.kinesis.processor.RecordProcessorCheckpointer;
import software.amazon.kinesis.processor.ShardRecordProcessor;

import java.util.List;
import java.util.function.Function;

/**
 * Applies one shard's records in order. While the database is away it stays with its batch, so that nothing behind is
 * read; once its tenure is over it neither applies nor checkpoints anything more, and whoever comes next begins behind
 * the last checkpoint. Used by one thread at a time; the KCL sees to that.
 */
final class StreamRecordProcessor implements ShardRecordProcessor {
    private static final Logger log = LoggerFactory.getLogger(StreamRecordProcessor.class);

    private final String stream;
    private final ProcessorParts parts;
    private final Function<String, Tenure> tenures;
    private final ShardCheckpoints checkpoints;
    private final ReadRhythm rhythm;
    private String shardId = "";
    private Tenure tenure = Tenure.NOT_BEGUN;
    private List<String> children = List.of();
    private boolean over;

    /** @param tenures begins the tenure of the shard with the given id */
    StreamRecordProcessor(String stream, ProcessorParts parts, Function<String, Tenure> tenures) {
        this.stream = stream;
        this.parts = parts;
        this.tenures = tenures;
        this.checkpoints = new ShardCheckpoints(parts.checkpoints(), parts.clock());
        this.rhythm = new ReadRhythm(parts.clock());
    }

    @Override
    public void initialize(InitializationInput input) {
        shardId = input.shardId();
        tenure = tenures.apply(shardId);
        told(log.atInfo())
                .addKeyValue("checkpoint", input.extendedSequenceNumber())
                .log("Reading shard");
    }

    @Override
    public void processRecords(ProcessRecordsInput input) {
        if (over) {
            return;
        }
        try {
            noteChildren(input);
            apply(ShardBatches.of(stream, shardId, input, parts.clock().instant()), input);
        } catch (Throwable e) {
            // Anything the KCL sees thrown makes it skip the batch; a lease given back makes someone read it again.
            told(log.atError()).setCause(e).log("Processing failed");
            giveUp();
        }
    }

    /** The KCL tells a shard's children once, with the last it delivers of it. */
    private void noteChildren(ProcessRecordsInput input) {
        if (input.childShards() != null && !input.childShards().isEmpty()) {
            children = input.childShards().stream().map(ChildShard::shardId).toList();
        }
    }

    private void apply(ShardBatch batch, ProcessRecordsInput input) {
        parts.metrics().read(stream, shardId, batch.behind());
        if (batch.records().isEmpty()) {
            passOnIfDue(batch);
        } else if (applied(batch, input.checkpointer())) {
            checkpoints.applied(ShardBatches.last(input), batch.records().size());
            rhythm.beat();
        }
        if (!over) {
            settle(checkpoints.writeIfDue(input.checkpointer()));
        }
    }

    /** An empty read holds nothing that could be lost, so it is neither repeated nor waited for. */
    private void passOnIfDue(ShardBatch batch) {
        if (rhythm.due()) {
            rhythm.beat();
            parts.ingestion().ingest(batch);
        }
    }

    /** Offers the batch until it is applied or the tenure is over. */
    private boolean applied(ShardBatch batch, RecordProcessorCheckpointer checkpointer) {
        for (int tries = 1; ; tries++) {
            switch (parts.ingestion().ingest(batch)) {
                case Ingested ignored -> {
                    return afterWaiting(tries);
                }
                case Unavailable unavailable -> beforeWaiting(unavailable, tries, checkpointer);
            }
            if (over || !tenure.lastsFor(parts.delays().after(tries))) {
                giveUp();
                return false;
            }
        }
    }

    /** What is applied already is checkpointed before the wait: it may not end well. */
    private void beforeWaiting(Unavailable unavailable, int tries, RecordProcessorCheckpointer checkpointer) {
        parts.metrics().retried(stream);
        if (tries == 1) {
            told(log.atWarn()).addKeyValue("reason", unavailable.reason()).log("Database away; waiting with a batch");
            settle(checkpoints.write(checkpointer));
        }
    }

    private boolean afterWaiting(int tries) {
        if (tries > 1) {
            told(log.atInfo()).addKeyValue("tries", tries).log("Database back; batch applied");
        }
        return true;
    }

    private void giveUp() {
        told(log.atInfo()).log("Leaving a batch to whoever reads the shard next");
        end();
        tenure.surrender();
    }

    private void settle(ShardCheckpoints.Outcome outcome) {
        if (outcome == ShardCheckpoints.Outcome.LEASE_LOST) {
            told(log.atInfo()).log("Lease lost");
            end();
        }
    }

    private void end() {
        over = true;
        parts.metrics().released(stream, shardId);
    }

    @Override
    public void shutdownRequested(ShutdownRequestedInput input) {
        if (!over) {
            checkpoints.write(input.checkpointer());
            end();
        }
    }

    /** The KCL calls again until the end is written, and makes no one read the shard's children before. */
    @Override
    public void shardEnded(ShardEndedInput input) {
        if (!over && handedOver() && checkpoints.writeEnd(input.checkpointer()) == ShardCheckpoints.Outcome.SETTLED) {
            told(log.atInfo()).log("Shard read to its end");
            end();
        }
    }

    private boolean handedOver() {
        return parts.ingestion().handOver(stream, shardId, children);
    }

    @Override
    public void leaseLost(LeaseLostInput input) {
        end();
    }

    private LoggingEventBuilder told(LoggingEventBuilder event) {
        return event.addKeyValue("stream", stream).addKeyValue("shard", shardId);
    }
}
