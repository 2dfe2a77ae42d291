package io.discounts.loadtests.ingestion;

import io.discounts.loadtests.harness.Streamed;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** So many writers, each with its own share of the subjects. */
record WritersSideBySide(int count) {
    @FunctionalInterface
    interface Writer<W> {
        void write(W work) throws Exception;
    }

    /** What each of them is to write, in its order: all that is told of a discount is one writer's, as a shard is read by one. */
    List<List<Streamed>> shares(List<Streamed> told) {
        var shares = IntStream.range(0, count)
                .<List<Streamed>>mapToObj(writer -> new ArrayList<>())
                .toList();
        told.forEach(each ->
                shares.get(Math.floorMod(each.subject().hashCode(), count)).add(each));
        return shares;
    }

    /** Lets all write, and returns when all have. */
    <W> void write(List<W> works, Writer<W> writer) throws InterruptedException, ExecutionException {
        var tasks = works.stream()
                .<Callable<Void>>map(work -> () -> {
                    writer.write(work);
                    return null;
                })
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var written : threads.invokeAll(tasks)) {
                written.get();
            }
        }
    }
}
