package io.discounts.service.outbox.stream;

import java.util.List;

/** Where events go. */
interface EventStream {
    /** Bytes of one record at most, partition key included. */
    int RECORD_BYTES = 1 << 20;

    /** Records of one call at most. */
    int CALL_RECORDS = 500;

    /** Bytes of one call at most. */
    int CALL_BYTES = 5 << 20;

    /**
     * Sends events of different subjects, for which the bounds above hold. Waits for the answer, some seconds at most.
     *
     * @throws RuntimeException if the stream does not answer; then nobody knows which were taken
     */
    Taken put(List<WaitingEvent> events);

    /**
     * What has become of a call.
     *
     * @param events those which are on the stream
     * @param refusals why others are not, each reason once; they may be tried again
     */
    record Taken(List<WaitingEvent> events, List<String> refusals) {}
}
