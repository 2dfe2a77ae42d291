package io.discounts.service.catalog;

import java.util.Collection;
import java.util.Map;

/** Where values come from, in bulk. Sources decorate each other: near cache, Redis, MySQL. */
interface Source<K, V> {
    /**
     * Loads every key asked for; a key that nothing is known of has an empty value.
     *
     * @throws RuntimeException if it cannot
     */
    Map<K, Versioned<V>> load(Collection<K> keys);

    /**
     * Loads anew what somebody has kept from an earlier load. Where the version still stands, the kept value may come back
     * rather than one that was made again at a cost.
     */
    default Map<K, Versioned<V>> renew(Collection<K> keys, Map<K, Versioned<V>> kept) {
        return load(keys);
    }
}
