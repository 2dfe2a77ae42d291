package io.discounts.service.catalog;

import io.discounts.service.discount.Region;
import io.discounts.service.discount.StoreId;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** From stores to their facts, from facts to the sheets they point to: two lookups, however many stores. */
record CandidateSearch(Lookup<StoreKey, KnownStore> stores, Lookup<SheetKey, Sheet> sheets) {

    /** Asks one copy of the catalog each time. */
    static CandidateSearch uncached(JdbcClient jdbc, CatalogMetrics metrics, CatalogTables tables) {
        return new CandidateSearch(
                Lookup.of(new KnownStores(new JdbcStores(jdbc, metrics, tables))),
                Lookup.of(new CompiledSheets(new JdbcSheets(jdbc, metrics, tables))));
    }

    CandidateLookup.Found find(Region region, List<StoreId> storeIds) {
        return find(region, storeIds, DiscountCatalog.ENDLESS);
    }

    /** @param patience for each of the two lookups */
    CandidateLookup.Found find(Region region, List<StoreId> storeIds, Duration patience) {
        var known = stores.get(storeKeys(region, storeIds), patience);
        var found = sheets.get(sheetKeys(known.values().values()), patience);
        var answer = new ArrayList<StoreCandidates>(storeIds.size());
        for (var storeId : storeIds) {
            var store = known.values().getOrDefault(new StoreKey(region, storeId), KnownStore.UNKNOWN);
            answer.add(new StoreCandidates(storeId, store.facts(), covering(store, found.values())));
        }
        return new CandidateLookup.Found(answer, known.stale() || found.stale());
    }

    private static List<Sheet> covering(KnownStore store, Map<SheetKey, Sheet> sheets) {
        var covering = new ArrayList<Sheet>(store.sheets().size());
        for (var key : store.sheets()) {
            var sheet = sheets.get(key);
            if (sheet != null && !sheet.candidates().isEmpty()) {
                covering.add(sheet);
            }
        }
        return covering;
    }

    /** Each once. */
    private static Collection<StoreKey> storeKeys(Region region, List<StoreId> storeIds) {
        if (storeIds.size() == 1) {
            return List.of(new StoreKey(region, storeIds.getFirst()));
        }
        var keys = LinkedHashSet.<StoreKey>newLinkedHashSet(storeIds.size());
        storeIds.forEach(storeId -> keys.add(new StoreKey(region, storeId)));
        return keys;
    }

    /** Each once. */
    private static Collection<SheetKey> sheetKeys(Collection<KnownStore> stores) {
        if (stores.size() == 1) {
            return stores.iterator().next().sheets();
        }
        var keys = new LinkedHashSet<SheetKey>();
        stores.forEach(store -> keys.addAll(store.sheets()));
        return keys;
    }
}
