package io.discounts.service.ingestion.kinesis;

import java.time.Duration;

/** The time during which a record processor may work on its shard; it ends once and for all. */
interface Tenure {
    /** What a processor has before it is told its shard. */
    Tenure NOT_BEGUN = new Tenure() {
        @Override
        public boolean lastsFor(Duration wait) {
            return false;
        }

        @Override
        public void surrender() {}
    };

    /** Waits, and tells whether the tenure outlasted the wait; returns at once when the service stops. */
    boolean lastsFor(Duration wait);

    /** Gives the shard back, so that whoever takes it next begins behind its last checkpoint. */
    void surrender();
}
