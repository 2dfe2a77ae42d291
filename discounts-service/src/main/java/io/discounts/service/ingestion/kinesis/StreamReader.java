package io.discounts.service.ingestion.kinesis;

import java.time.Duration;

/** One attempt to read the streams. */
interface StreamReader {
    /** Reads until it is stopped or cannot go on; a failure may also be thrown. */
    void run();

    /** Ends {@code run}: finishes what is under way and checkpoints, within the grace if it can. Any thread may call. */
    void stop(Duration grace);
}
