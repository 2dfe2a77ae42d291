package io.discounts.service.catalog;

import java.util.Collection;
import java.util.HashMap;

/** Looks values up, from wherever they are nearest. */
interface Lookup<K, V> {
    /**
     * Finds a value for every key.
     *
     * @throws RuntimeException if one is nowhere to be had
     */
    Loaded<K, V> get(Collection<K> keys);

    /** Asks the source each time. */
    static <K, V> Lookup<K, V> of(Source<K, V> source) {
        return keys -> {
            var values = new HashMap<K, V>();
            source.load(keys).forEach((key, versioned) -> values.put(key, versioned.value()));
            return new Loaded<>(values, false);
        };
    }
}
