package io.discounts.service.catalog;

import io.discounts.service.discount.StoreFacts;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Turns facts as kept into stores as looked up, once for each load. */
record KnownStores(Source<StoreKey, Optional<StoreFacts>> facts) implements Source<StoreKey, KnownStore> {

    @Override
    public Map<StoreKey, Versioned<KnownStore>> load(Collection<StoreKey> keys) {
        var known = new HashMap<StoreKey, Versioned<KnownStore>>();
        facts.load(keys)
                .forEach((key, store) -> known.put(key, new Versioned<>(known(store.value()), store.version())));
        return known;
    }

    private static KnownStore known(Optional<StoreFacts> facts) {
        return facts.map(KnownStore::of).orElse(KnownStore.UNKNOWN);
    }
}
