package io.discounts.loadtests.events;

import io.discounts.service.devservers.RunningServers;
import io.discounts.service.devservers.StreamTail;
import io.discounts.service.devservers.Streams;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;

/** The stream as downstream systems read it. */
public final class HeardEvents {
    private HeardEvents() {}

    /**
     * Reads the whole stream and holds it against the outbox, which must be empty.
     *
     * @throws IllegalStateException unless all was heard, each series in its order and nothing altered
     */
    public static Deliveries verified(RunningServers servers) {
        var heard = heard(servers);
        var written = new OutboxSnapshot(servers.database()).written();
        if (!heard.inOrder().equals(written.inOrder()) || heard.altered() > 0) {
            throw new IllegalStateException(
                    "%,d events were written and %,d heard, %,d of them altered, or not in order"
                            .formatted(written.events(), heard.events(), heard.altered()));
        }
        return heard;
    }

    private static Deliveries heard(RunningServers servers) {
        var heard = new Deliveries();
        try (var stream = new StreamTail(servers.kinesisEndpoint(), Streams.DISCOUNTS_EVENTS)) {
            stream.next().forEach(record -> {
                var event = new String(record.data(), StandardCharsets.UTF_8);
                var id = JsonMapper.shared().readTree(event).get("id").asString();
                heard.take(Series.of(record.partitionKey(), id), id, event);
            });
        }
        return heard;
    }
}
