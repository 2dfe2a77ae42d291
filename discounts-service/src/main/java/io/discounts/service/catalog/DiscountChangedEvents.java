package io.discounts.service.catalog;

import io.discounts.service.outbox.EventOutbox;
import io.discounts.service.outbox.OutgoingEvent;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;

/**
 * Tells downstream copies of each change: the whole discount in its canonical form, or that it is no more. The event's id is
 * made of what changed and to which version.
 */
record DiscountChangedEvents(EventOutbox outbox, Clock clock) implements CatalogNews {
    static final String TYPE = "io.discounts.discount.changed.v1";

    @Override
    public void written(Collection<DiscountPut> puts) {
        var now = clock.instant();
        outbox.append(puts.stream().map(put -> event(put, now)).toList());
    }

    private static OutgoingEvent event(DiscountPut put, Instant now) {
        var region = put.row().region();
        var id = put.row().id();
        var eventId = region.code() + '/' + id + '@' + put.version();
        return new OutgoingEvent(eventId, TYPE, region, id, now, data(put));
    }

    private static String data(DiscountPut put) {
        return put.canonical().orElseGet(() -> tombstone(put));
    }

    /** Identifiers need no escaping. */
    private static String tombstone(DiscountPut put) {
        return """
                {"provider":"%s","externalId":"%s","version":%d,"region":"%s","withdrawn":true}""".formatted(
                        put.row().id().provider(),
                        put.row().id().externalId(),
                        put.version(),
                        put.row().region().code());
    }
}
