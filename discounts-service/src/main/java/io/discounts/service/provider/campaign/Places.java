package io.discounts.service.provider.campaign;

import io.discounts.service.discount.Scope;
import io.discounts.service.discount.StoreId;
import io.discounts.service.discount.StoreSet;

import java.util.LinkedHashSet;
import java.util.List;

/** The stores that one of the lists names; one that names none would be a slip, not the whole market. */
record Places(List<StoreId> storeIds, List<String> storeTypes, List<String> brands, List<String> cities) {
    Places {
        if (storeIds.isEmpty() && storeTypes.isEmpty() && brands.isEmpty() && cities.isEmpty()) {
            throw new IllegalArgumentException("must name storeIds, storeTypes, brands or cities");
        }
    }

    Scope toScope() {
        var named = new StoreSet(
                new LinkedHashSet<>(storeIds),
                new LinkedHashSet<>(storeTypes),
                new LinkedHashSet<>(brands),
                new LinkedHashSet<>(cities));
        return new Scope(false, named, StoreSet.NONE);
    }
}
