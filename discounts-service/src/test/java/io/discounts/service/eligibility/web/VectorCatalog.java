package io.discounts.service.eligibility.web;

import io.discounts.service.catalog.Candidate;
import io.discounts.service.catalog.Sheet;
import io.discounts.service.catalog.StoreCandidates;
import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.ScopeKey;
import io.discounts.service.discount.StoreFacts;
import io.discounts.service.discount.StoreId;
import io.discounts.service.discount.json.DiscountJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A vector's stores and discounts, indexed as the catalog does it: a discount stands on the sheet of each of its keys. */
final class VectorCatalog {
    private final Map<StoreId, StoreFacts> stores = new HashMap<>();
    private final Map<ScopeKey, Sheet> sheets = new HashMap<>();

    /** What one region holds of them. */
    VectorCatalog(Region region, DecisionVector vector) {
        vector.stores().stream()
                .map(VectorCatalog::store)
                .filter(store -> store.region().equals(region))
                .forEach(store -> stores.put(store.storeId(), store));
        var candidates = new HashMap<ScopeKey, List<Candidate>>();
        for (var written : vector.discounts()) {
            var discount = discount(written);
            if (discount.region().equals(region)) {
                var candidate = new Candidate(discount);
                discount.scope()
                        .keys()
                        .forEach(key -> candidates
                                .computeIfAbsent(key, unseen -> new ArrayList<>())
                                .add(candidate));
            }
        }
        candidates.forEach((key, ofKey) -> sheets.put(key, new Sheet(ofKey)));
    }

    StoreCandidates candidates(StoreId storeId) {
        var facts = stores.get(storeId);
        return new StoreCandidates(storeId, facts, facts == null ? List.of() : sheets(facts));
    }

    private List<Sheet> sheets(StoreFacts facts) {
        return facts.scopeKeys().stream()
                .map(sheets::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Discount discount(JsonNode written) {
        return DiscountJson.read(written.required("provider").stringValue(), written);
    }

    private static StoreFacts store(JsonNode written) {
        return new StoreFacts(
                new Region(written.required("region").stringValue()),
                new StoreId(written.required("storeId").stringValue()),
                written.required("version").longValue(),
                optional(written, "city"),
                optional(written, "type"),
                optional(written, "brand"));
    }

    private static @Nullable String optional(JsonNode written, String field) {
        return written.has(field) ? written.required(field).stringValue() : null;
    }
}
