package io.discounts.service.outbox.stream;

/**
 * The place of the oldest unsent event of a subject.
 *
 * @param bytes how large a record it makes at most, its partition key included
 */
record Head(long id, String subject, int bytes) {}
