package io.discounts.service.discount;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * The service's own copy of what scopes ask of a store.
 *
 * @param version grows with each change of the store
 */
public record StoreFacts(
        Region region,
        StoreId storeId,
        long version,
        @Nullable String city,
        @Nullable String type,
        @Nullable String brand) {
    public StoreFacts {
        Checks.check(version >= 0, "version must not be negative");
        named(city, "city");
        named(type, "type");
        named(brand, "brand");
    }

    /** The keys under which a discount covers this store, two to five. */
    public List<ScopeKey> scopeKeys() {
        var keys = new ArrayList<ScopeKey>(5);
        keys.add(ScopeKey.store(storeId));
        if (type != null) {
            keys.add(ScopeKey.type(type));
        }
        if (brand != null) {
            keys.add(ScopeKey.brand(brand));
        }
        if (city != null) {
            keys.add(ScopeKey.city(city));
        }
        keys.add(ScopeKey.EVERYWHERE);
        return keys;
    }

    private static void named(@Nullable String name, String what) {
        if (name != null) {
            Checks.name(name, what, Checks.MAX_IDENTIFIER);
        }
    }
}
