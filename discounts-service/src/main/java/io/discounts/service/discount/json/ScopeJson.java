package io.discounts.service.discount.json;

import io.discounts.service.discount.Scope;
import io.discounts.service.discount.StoreId;
import io.discounts.service.discount.StoreSet;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

import java.util.Set;

final class ScopeJson {
    private ScopeJson() {}

    static void write(JsonGenerator json, Scope scope) {
        json.writeStartObject();
        if (scope.everywhere()) {
            json.writeBooleanProperty("everywhere", true);
        }
        stores(json, scope.named());
        if (!scope.except().isEmpty()) {
            json.writeObjectPropertyStart("except");
            stores(json, scope.except());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    static Scope read(JsonParser json) {
        return JsonInput.object(json, new ScopeDraft()).toScope();
    }

    private static void stores(JsonGenerator json, StoreSet stores) {
        if (!stores.stores().isEmpty()) {
            json.writeArrayPropertyStart("stores");
            stores.stores().forEach(store -> json.writeString(store.value()));
            json.writeEndArray();
        }
        JsonOutput.strings(json, "storeTypes", stores.storeTypes());
        JsonOutput.strings(json, "brands", stores.brands());
        JsonOutput.strings(json, "cities", stores.cities());
    }

    private static final class ScopeDraft implements JsonInput.Draft {
        private final StoreSetDraft named = new StoreSetDraft();
        private final StoreSetDraft except = new StoreSetDraft();
        private boolean everywhere;

        @Override
        public void take(String field, JsonParser json) {
            switch (field) {
                case "everywhere" -> everywhere = JsonInput.bool(json);
                case "except" -> JsonInput.object(json, except);
                default -> named.take(field, json);
            }
        }

        Scope toScope() {
            return new Scope(everywhere, named.toStoreSet(), except.toStoreSet());
        }
    }

    private static final class StoreSetDraft implements JsonInput.Draft {
        private Set<StoreId> stores = Set.of();
        private Set<String> storeTypes = Set.of();
        private Set<String> brands = Set.of();
        private Set<String> cities = Set.of();

        @Override
        public void take(String field, JsonParser json) {
            switch (field) {
                case "stores" -> stores = JsonInput.set(json, store -> new StoreId(JsonInput.string(store)));
                case "storeTypes" -> storeTypes = JsonInput.strings(json);
                case "brands" -> brands = JsonInput.strings(json);
                case "cities" -> cities = JsonInput.strings(json);
                default -> json.skipChildren();
            }
        }

        /** Nearly no discount excepts anything, and every read asks whether it does: the same object each time. */
        StoreSet toStoreSet() {
            var read = new StoreSet(stores, storeTypes, brands, cities);
            return read.isEmpty() ? StoreSet.NONE : read;
        }
    }
}
