package io.discounts.service.ingestion;

import java.time.Instant;
import java.util.List;

/**
 * Some records of one segment of the event log.
 *
 * @param stream the stream they were put on
 * @param records each named by its place in the log; none is copied
 * @param from events of this time and later are meant
 * @param until and earlier than this
 */
public record LoggedBatch(String stream, List<StreamRecord> records, Instant from, Instant until) {
    /** The shard of all records of the log, for they are told apart by their place alone. */
    public static final String SHARD = "log";

    public LoggedBatch {
        records = List.copyOf(records);
    }

    boolean means(Instant time) {
        return !time.isBefore(from) && time.isBefore(until);
    }
}
