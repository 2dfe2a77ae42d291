package io.discounts.service.ingestion.kinesis;

import io.discounts.service.ingestion.BatchOutcome;
import io.discounts.service.ingestion.BatchOutcome.Ingested;
import io.discounts.service.ingestion.BatchOutcome.Unavailable;
import io.discounts.service.ingestion.EventIngestion;
import io.discounts.service.ingestion.IngestionOutcome;
import io.discounts.service.ingestion.IngestionOutcome.Applied;
import io.discounts.service.ingestion.ShardBatch;
import io.discounts.service.ingestion.StreamRecord;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** Applies what it is offered, unless it is told to fail first; remembers everything. */
final class ScriptedIngestion implements EventIngestion {
    final List<ShardBatch> offered = new ArrayList<>();
    final List<String> applied = new ArrayList<>();
    final List<String> handedOver = new ArrayList<>();
    private final Deque<Function<ShardBatch, BatchOutcome>> script = new ArrayDeque<>();

    void isAwayFor(int tries) {
        script.addAll(Collections.nCopies(tries, batch -> new Unavailable("connection refused")));
    }

    void isAway() {
        isAwayFor(10_000);
    }

    void isBack() {
        script.clear();
    }

    void throwsOnce(Throwable failure) {
        script.add(batch -> {
            throw sneaky(failure);
        });
    }

    @Override
    public BatchOutcome ingest(ShardBatch batch) {
        offered.add(batch);
        var scripted = script.poll();
        return scripted == null ? apply(batch) : scripted.apply(batch);
    }

    @Override
    public boolean handOver(String stream, String shardId, List<String> children) {
        var taken = script.isEmpty();
        script.poll();
        if (taken) {
            handedOver.add(shardId + " to " + children);
        }
        return taken;
    }

    private Ingested apply(ShardBatch batch) {
        batch.records().stream().map(ScriptedIngestion::position).forEach(applied::add);
        return new Ingested(
                Collections.<IngestionOutcome>nCopies(batch.records().size(), new Applied()));
    }

    private static String position(StreamRecord each) {
        return each.subSequenceNumber() == 0
                ? each.sequenceNumber()
                : each.sequenceNumber() + "/" + each.subSequenceNumber();
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException sneaky(Throwable failure) throws E {
        throw (E) failure;
    }
}
