package io.discounts.loadtests.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Writes parts side by side, each in memory that does not grow with its size. */
final class Writing {
    private Writing() {}

    /**
     * Until all are written.
     *
     * @throws IOException if one could not be
     */
    static Tally write(List<Part> parts, Path folder, int threads) throws IOException {
        try (var writers = Executors.newFixedThreadPool(threads)) {
            var written = new ArrayList<Future<Tally>>(parts.size());
            parts.forEach(part -> written.add(writers.submit((Callable<Tally>) () -> part.write(folder))));
            var tally = Tally.NOTHING;
            for (var one : written) {
                tally = tally.plus(await(one));
            }
            return tally;
        }
    }

    private static Tally await(Future<Tally> one) throws IOException {
        try {
            return one.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UncheckedIOException ? new IOException(e.getCause()) : new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}
