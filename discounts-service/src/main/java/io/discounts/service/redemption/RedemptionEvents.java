package io.discounts.service.redemption;

import io.discounts.service.outbox.EventOutbox;
import io.discounts.service.outbox.OutgoingEvent;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Tells what became of redemptions: one event for each discount of a redemption, of that discount's subject, in the
 * transaction that makes it true. Customers are not named; who needs them finds them by checkout or order.
 */
final class RedemptionEvents {
    private static final JsonFactory JSON = new JsonFactory();

    private final EventOutbox outbox;

    RedemptionEvents(EventOutbox outbox) {
        this.outbox = outbox;
    }

    void tell(Redemption redemption, Instant time) {
        tell(List.of(redemption), time);
    }

    /** All with one statement. */
    void tell(Collection<Redemption> redemptions, Instant time) {
        var events = new ArrayList<OutgoingEvent>();
        for (var redemption : redemptions) {
            for (var held : redemption.discounts()) {
                events.add(event(redemption, held, time));
            }
        }
        outbox.append(events);
    }

    private static OutgoingEvent event(Redemption redemption, HeldDiscount held, Instant time) {
        var word = redemption.status().word();
        return new OutgoingEvent(
                redemption.id() + "/" + word + "/" + held.discountId(),
                "io.discounts.redemption." + word + ".v1",
                redemption.region(),
                held.discountId(),
                time,
                data(redemption, held));
    }

    private static String data(Redemption redemption, HeldDiscount held) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("redemptionId", redemption.id().value());
            json.writeStringProperty("status", redemption.status().name());
            json.writeNumberProperty("fencingToken", redemption.fencingToken());
            json.writeStringProperty("region", redemption.region().code());
            json.writeStringProperty("discountId", held.discountId().toString());
            json.writeNumberProperty("amount", held.amount());
            json.writeStringProperty("checkoutId", redemption.checkoutId());
            if (redemption.orderId() != null) {
                json.writeStringProperty("orderId", redemption.orderId());
            }
            json.writeStringProperty("expiresAt", redemption.expiresAt().toString());
            json.writeEndObject();
        }
        return text.toString();
    }
}
