package io.discounts.service.ingestion.kinesis;

import io.discounts.service.ingestion.IngestionProperties.Checkpoints;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.kinesis.exceptions.InvalidStateException;
import software.amazon.kinesis.exceptions.KinesisClientLibDependencyException;
import software.amazon.kinesis.exceptions.ShutdownException;
import software.amazon.kinesis.exceptions.ThrottlingException;
import software.amazon.kinesis.processor.RecordProcessorCheckpointer;
import software.amazon.kinesis.retrieval.kpl.ExtendedSequenceNumber;

import java.time.Clock;
import java.time.Instant;

/**
 * One shard's checkpoints: behind what is applied, and not more often than they are worth. A checkpoint that cannot be
 * written is owed until one further on is; owing it costs a second reading, never a record.
 */
final class ShardCheckpoints {
    /** What became of a checkpoint that was due. */
    enum Outcome {
        /** It is written, or none was owed. */
        SETTLED,
        /** The lease table is away or busy: later. */
        POSTPONED,
        /** The shard is another's now. */
        LEASE_LOST
    }

    private static final Logger log = LoggerFactory.getLogger(ShardCheckpoints.class);

    private final Checkpoints limits;
    private final Clock clock;
    private @Nullable ExtendedSequenceNumber owed;
    private int records;
    private Instant lastTry;
    private boolean postponed;

    ShardCheckpoints(Checkpoints limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
        this.lastTry = clock.instant();
    }

    /** Everything up to here is applied. The KCL may deliver records again; that never moves a checkpoint back. */
    void applied(ExtendedSequenceNumber upTo, int count) {
        records += count;
        if (owed == null || upTo.compareTo(owed) > 0) {
            owed = upTo;
        }
    }

    /** Writes what is owed if enough records or time have gone by; a postponed one waits for the time. */
    Outcome writeIfDue(RecordProcessorCheckpointer checkpointer) {
        var late = !clock.instant().isBefore(lastTry.plus(limits.interval()));
        var many = records >= limits.records() && !postponed;
        return late || many ? write(checkpointer) : Outcome.SETTLED;
    }

    /** Writes what is owed now. */
    Outcome write(RecordProcessorCheckpointer checkpointer) {
        var upTo = owed;
        if (upTo == null) {
            return Outcome.SETTLED;
        }
        lastTry = clock.instant();
        return settle(() -> checkpointer.checkpoint(upTo.sequenceNumber(), upTo.subSequenceNumber()));
    }

    /** Writes that the shard has been applied to its end. */
    Outcome writeEnd(RecordProcessorCheckpointer checkpointer) {
        return settle(checkpointer::checkpoint);
    }

    private Outcome settle(Write write) {
        var outcome = tried(write);
        postponed = outcome == Outcome.POSTPONED;
        if (outcome == Outcome.SETTLED) {
            owed = null;
            records = 0;
        }
        return outcome;
    }

    private static Outcome tried(Write write) {
        try {
            write.run();
            return Outcome.SETTLED;
        } catch (ShutdownException e) {
            return Outcome.LEASE_LOST;
        } catch (ThrottlingException | KinesisClientLibDependencyException e) {
            log.atWarn().setCause(e).log("Checkpoint postponed: the lease table is busy or away");
            return Outcome.POSTPONED;
        } catch (InvalidStateException e) {
            log.atError().setCause(e).log("Checkpoint postponed: the lease table is not as it should be");
            return Outcome.POSTPONED;
        } catch (IllegalArgumentException e) {
            // Out of the range the KCL permits: it has a checkpoint further on already.
            log.atWarn().setCause(e).log("Checkpoint refused");
            return Outcome.SETTLED;
        } catch (RuntimeException e) {
            log.atError().setCause(e).log("Checkpoint postponed: unexpected failure");
            return Outcome.POSTPONED;
        }
    }

    @FunctionalInterface
    private interface Write {
        void run() throws ShutdownException, InvalidStateException;
    }
}
