package io.discounts.service.discount;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Stores named one by one, by type, by brand or by city. */
public record StoreSet(Set<StoreId> stores, Set<String> storeTypes, Set<String> brands, Set<String> cities) {
    public static final StoreSet NONE = new StoreSet(Set.of(), Set.of(), Set.of(), Set.of());

    public StoreSet {
        stores = Collections.unmodifiableSet(new LinkedHashSet<>(stores));
        storeTypes = named(storeTypes, "storeTypes");
        brands = named(brands, "brands");
        cities = named(cities, "cities");
    }

    public boolean names(StoreFacts store) {
        return stores.contains(store.storeId())
                || (store.type() != null && storeTypes.contains(store.type()))
                || (store.brand() != null && brands.contains(store.brand()))
                || (store.city() != null && cities.contains(store.city()));
    }

    /** The keys that stand for what is named here. */
    public Set<ScopeKey> keys() {
        var keys = new LinkedHashSet<ScopeKey>();
        stores.forEach(store -> keys.add(ScopeKey.store(store)));
        storeTypes.forEach(type -> keys.add(ScopeKey.type(type)));
        brands.forEach(brand -> keys.add(ScopeKey.brand(brand)));
        cities.forEach(city -> keys.add(ScopeKey.city(city)));
        return keys;
    }

    public boolean isEmpty() {
        return stores.isEmpty() && storeTypes.isEmpty() && brands.isEmpty() && cities.isEmpty();
    }

    private static Set<String> named(Collection<String> values, String what) {
        values.forEach(value -> Checks.name(value, what, Checks.MAX_IDENTIFIER));
        return Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }
}
