package io.discounts.service.outbox;

import java.util.List;

/** Hears the messages of one topic, on each instance. */
public interface OutboxSubscriber {
    String topic();

    /**
     * Takes messages in the order they were appended, some perhaps for the second time. Whatever it throws leaves them in
     * the outbox for another try.
     */
    void deliver(List<byte[]> payloads);
}
