package io.discounts.service.outbox;

import java.util.List;

/**
 * Where a module leaves what the world shall hear once its transaction has been committed: at least once, always with the
 * same id and bytes, on the stream {@code discounts-events}.
 *
 * <p>Events of one subject are delivered in the order in which they were appended if their transactions exclude each other,
 * that is if each appends while it holds a row (the discount's, the redemption's) that the others need as well. Between
 * transactions that run side by side there is no order to keep.
 */
public interface EventOutbox {
    /**
     * Writes events in the caller's transaction; none at all does nothing. They are never sent if it is rolled back.
     *
     * @throws IllegalStateException outside a transaction
     */
    void append(List<OutgoingEvent> events);
}
