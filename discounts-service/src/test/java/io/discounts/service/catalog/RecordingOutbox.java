package io.discounts.service.catalog;

import io.discounts.service.outbox.Outbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An outbox that nobody carries from. */
public record RecordingOutbox(List<byte[]> payloads) implements Outbox {
    RecordingOutbox() {
        this(new CopyOnWriteArrayList<>());
    }

    @Override
    public void append(String topic, byte[] payload) {
        payloads.add(payload);
    }

    List<Invalidation> invalidations() {
        return payloads.stream()
                .flatMap(payload -> Invalidations.read(payload).stream())
                .toList();
    }
}
