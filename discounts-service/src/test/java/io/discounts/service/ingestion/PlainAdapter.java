package io.discounts.service.ingestion;

import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import io.discounts.service.provider.ProviderAdapter;
import io.discounts.service.provider.ProviderEvent;
import io.discounts.service.provider.Translation;
import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.function.Predicate;

/** Withdraws whatever the event names, unless told to refuse it. */
record PlainAdapter(Predicate<JsonNode> refuses) implements ProviderAdapter {
    static PlainAdapter thatRefuses(String id) {
        return new PlainAdapter(data -> id.equals(data.get("id").stringValue()));
    }

    static String event(String id, long version) {
        return event("ES/" + id, id, version);
    }

    static String event(String subject, String id, long version) {
        return """
                {"specversion":"1.0","id":"e","source":"/tests","type":"plain","subject":"%s",\
                "time":"2026-11-22T10:00:00Z","data":{"id":"%s","version":%d}}""".formatted(subject, id, version);
    }

    @Override
    public String format() {
        return "plain";
    }

    @Override
    public boolean speaks(String eventType) {
        return "plain".equals(eventType);
    }

    @Override
    public Translation translate(ProviderEvent event) {
        var id = event.data().get("id").stringValue();
        var version = event.data().get("version").longValue();
        return refuses.test(event.data())
                ? new Translation.Refused("not today")
                : new Translation.Translated(List.of(
                        new DiscountChange.Withdrawn(new DiscountId(event.provider(), id), new Region("ES"), version)));
    }
}
