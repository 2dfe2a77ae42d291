package io.discounts.service.ingestion;

import java.time.Instant;

/**
 * A record as the stream delivered it; the payload is not copied and must not be changed.
 *
 * @param subSequenceNumber position within an aggregated record, 0 otherwise
 * @param arrivedAt when the stream took it in, roughly
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way through; never compared
public record StreamRecord(String sequenceNumber, long subSequenceNumber, Instant arrivedAt, byte[] payload) {}
