package io.discounts.service.provider.stores;

import io.discounts.service.discount.Region;
import io.discounts.service.discount.StoreChange;
import io.discounts.service.discount.StoreFacts;
import io.discounts.service.discount.StoreId;
import io.discounts.service.provider.ProviderAdapter;
import io.discounts.service.provider.ProviderEvent;
import io.discounts.service.provider.Translation;
import io.discounts.service.provider.schema.EventSchema;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Stores updated and removed. */
@Component
final class StoreFactsAdapter implements ProviderAdapter {
    private static final String UPDATED = "io.discounts.store.updated.v1";
    private static final String REMOVED = "io.discounts.store.removed.v1";

    private final EventSchema updated = EventSchema.load("store.updated.v1");
    private final EventSchema removed = EventSchema.load("store.removed.v1");

    @Override
    public String format() {
        return "stores";
    }

    @Override
    public boolean speaks(String eventType) {
        return eventType.equals(UPDATED) || eventType.equals(REMOVED);
    }

    @Override
    public Translation translate(ProviderEvent event) {
        return event.type().equals(UPDATED)
                ? updated.translate(event.data(), StoreFactsAdapter::updated)
                : removed.translate(event.data(), StoreFactsAdapter::removed);
    }

    private static StoreChange updated(JsonNode data) {
        return new StoreChange.Updated(new StoreFacts(
                region(data),
                storeId(data),
                version(data),
                name(data, "city"),
                name(data, "type"),
                name(data, "brand")));
    }

    private static StoreChange removed(JsonNode data) {
        return new StoreChange.Removed(storeId(data), region(data), version(data));
    }

    private static StoreId storeId(JsonNode data) {
        return new StoreId(data.required("storeId").stringValue());
    }

    private static Region region(JsonNode data) {
        return new Region(data.required("region").stringValue());
    }

    private static long version(JsonNode data) {
        return data.required("version").asLong();
    }

    private static @Nullable String name(JsonNode data, String field) {
        return data.hasNonNull(field) ? data.required(field).stringValue() : null;
    }
}
