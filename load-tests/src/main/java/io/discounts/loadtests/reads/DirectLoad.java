package io.discounts.loadtests.reads;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Asks a store of the service's without the service, each virtual thread one question after the other.
 *
 * @param what for people
 * @param questions how many there are; each thread begins at another one
 */
record DirectLoad(String what, int questions, int threads, Sessions sessions) implements Load {
    /** Opens one for each thread. */
    interface Sessions {
        Session open() throws SQLException;
    }

    /** For one thread. */
    interface Session extends AutoCloseable {
        /** True if the answer was as it should be. */
        boolean ask(int question) throws SQLException;

        @Override
        void close() throws SQLException;
    }

    @Override
    public Measured run(Duration time) throws InterruptedException, ExecutionException {
        var deadline = System.nanoTime() + time.toNanos();
        try (var loops = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, threads)
                    .mapToObj(number -> (Callable<Measured>) () -> loop(number * questions / threads, deadline))
                    .toList();
            var sum = Measured.NOTHING;
            for (var loop : loops.invokeAll(all)) {
                sum = sum.beside(loop.get());
            }
            return sum;
        }
    }

    private Measured loop(int first, long deadline) throws SQLException {
        try (var session = sessions.open()) {
            var began = System.nanoTime();
            var next = first;
            long answered = 0;
            long refused = 0;
            do {
                if (session.ask(next)) {
                    answered++;
                } else {
                    refused++;
                }
                next = next + 1 == questions ? 0 : next + 1;
            } while (System.nanoTime() < deadline);
            return new Measured(answered, refused, (System.nanoTime() - began) / 1e9);
        }
    }

    @Override
    public String toString() {
        return what;
    }
}
