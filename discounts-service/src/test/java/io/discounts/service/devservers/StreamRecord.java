package io.discounts.service.devservers;

/**
 * A record to be put on a stream. Whoever makes one leaves the bytes alone.
 *
 * @param partitionKey the event's subject
 */
@SuppressWarnings("ArrayRecordComponent")
public record StreamRecord(String partitionKey, byte[] data) {}
