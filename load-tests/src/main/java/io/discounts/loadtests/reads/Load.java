package io.discounts.loadtests.reads;

import java.time.Duration;
import java.util.concurrent.ExecutionException;

/** What is asked of a server, in a closed loop; its text says of whom, for people. */
interface Load {
    /**
     * What came of it.
     *
     * @param refused answers other than those that were wanted
     */
    record Measured(long answered, long refused, double seconds) {
        static final Measured NOTHING = new Measured(0, 0, 0);

        double rate() {
            return answered / seconds;
        }

        /** Of loops that run side by side. */
        Measured beside(Measured other) {
            return new Measured(answered + other.answered, refused + other.refused, Math.max(seconds, other.seconds));
        }
    }

    /**
     * Asks for so long, and once on each connection at least.
     *
     * @throws ExecutionException if a connection broke
     */
    Measured run(Duration time) throws InterruptedException, ExecutionException;
}
