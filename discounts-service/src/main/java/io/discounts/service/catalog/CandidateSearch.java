package io.discounts.service.catalog;

import io.discounts.service.discount.Region;
import io.discounts.service.discount.ScopeKey;
import io.discounts.service.discount.StoreFacts;
import io.discounts.service.discount.StoreId;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From stores to their facts, from facts to the sheets they point to: two lookups, however many stores. */
record CandidateSearch(Lookup<StoreKey, Optional<StoreFacts>> stores, Lookup<SheetKey, Sheet> sheets) {

    /** Asks one copy of the catalog each time. */
    static CandidateSearch uncached(JdbcClient jdbc, CatalogMetrics metrics, CatalogTables tables) {
        return new CandidateSearch(
                Lookup.of(new JdbcStores(jdbc, metrics, tables)),
                Lookup.of(new CompiledSheets(new JdbcSheets(jdbc, metrics, tables))));
    }

    CandidateLookup.Found find(Region region, List<StoreId> storeIds) {
        return find(region, storeIds, DiscountCatalog.ENDLESS);
    }

    /** @param patience for each of the two lookups */
    CandidateLookup.Found find(Region region, List<StoreId> storeIds, Duration patience) {
        var facts = stores.get(storeKeys(region, storeIds), patience);
        var found = sheets.get(sheetKeys(region, facts.values()), patience);
        var answer = new ArrayList<StoreCandidates>(storeIds.size());
        for (var storeId : storeIds) {
            var store = facts.values().get(new StoreKey(region, storeId));
            answer.add(candidates(storeId, store == null ? Optional.empty() : store, found.values()));
        }
        return new CandidateLookup.Found(answer, facts.stale() || found.stale());
    }

    private static StoreCandidates candidates(
            StoreId storeId, Optional<StoreFacts> facts, Map<SheetKey, Sheet> sheets) {
        if (facts.isEmpty()) {
            return new StoreCandidates(storeId, null, List.of());
        }
        var store = facts.get();
        var covering = new ArrayList<Sheet>(5);
        for (ScopeKey key : store.scopeKeys()) {
            var sheet = sheets.get(new SheetKey(store.region(), key));
            if (sheet != null && !sheet.candidates().isEmpty()) {
                covering.add(sheet);
            }
        }
        return new StoreCandidates(storeId, store, covering);
    }

    private static LinkedHashSet<StoreKey> storeKeys(Region region, List<StoreId> storeIds) {
        var keys = new LinkedHashSet<StoreKey>(2 * storeIds.size());
        storeIds.forEach(storeId -> keys.add(new StoreKey(region, storeId)));
        return keys;
    }

    private static LinkedHashSet<SheetKey> sheetKeys(Region region, Map<StoreKey, Optional<StoreFacts>> facts) {
        var keys = new LinkedHashSet<SheetKey>();
        for (var store : facts.values()) {
            store.ifPresent(known -> known.scopeKeys().forEach(key -> keys.add(new SheetKey(region, key))));
        }
        return keys;
    }
}
