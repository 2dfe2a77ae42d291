package io.discounts.service.discount;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Stores named one by one, by type, by brand or by city. */
public record StoreSet(Set<StoreId> stores, Set<String> storeTypes, Set<String> brands, Set<String> cities) {
    public static final StoreSet NONE = new StoreSet(Set.of(), Set.of(), Set.of(), Set.of());

    public StoreSet {
        stores = stores instanceof WrittenStores ? stores : OrderedSet.copyOf(stores);
        storeTypes = named(storeTypes, "storeTypes");
        brands = named(brands, "brands");
        cities = named(cities, "cities");
    }

    public boolean names(StoreFacts store) {
        return (!stores.isEmpty() && stores.contains(store.storeId()))
                || contains(storeTypes, store.type())
                || contains(brands, store.brand())
                || contains(cities, store.city());
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

    /** Whether {@link #keys} has a key, without making them. */
    boolean isNamedBy(ScopeKey key) {
        return (stores instanceof WrittenStores written ? written.isNamedBy(key) : any(stores, key::isStore))
                || any(storeTypes, key::isType)
                || any(brands, key::isBrand)
                || any(cities, key::isCity);
    }

    private static <T> boolean any(Set<T> names, Predicate<T> isNamed) {
        for (var name : names) {
            if (isNamed.test(name)) {
                return true;
            }
        }
        return false;
    }

    public boolean isEmpty() {
        return stores.isEmpty() && storeTypes.isEmpty() && brands.isEmpty() && cities.isEmpty();
    }

    private static boolean contains(Set<String> names, @Nullable String name) {
        return name != null && !names.isEmpty() && names.contains(name);
    }

    private static Set<String> named(Collection<String> values, String what) {
        values.forEach(value -> Checks.name(value, what, Checks.MAX_IDENTIFIER));
        return OrderedSet.copyOf(values);
    }
}
