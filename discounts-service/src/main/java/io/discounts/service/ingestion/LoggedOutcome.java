package io.discounts.service.ingestion;

/** What became of a batch of the event log. */
public sealed interface LoggedOutcome {
    /** Every record is dealt with and durable. */
    record Ingested(LoggedCounts counts) implements LoggedOutcome {}

    /** The database is away; some of the batch may be durable, with what was to be written along with it. */
    record Unavailable(String reason) implements LoggedOutcome {}
}
