package io.discounts.service.catalog;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;

/** Looks values up, from wherever they are nearest. */
interface Lookup<K, V> {
    /**
     * Finds a value for every key.
     *
     * @throws RuntimeException if one is nowhere to be had
     */
    default Loaded<K, V> get(Collection<K> keys) {
        return get(keys, DiscountCatalog.ENDLESS);
    }

    /** The same, waiting no longer than {@code patience} for what is not near. */
    Loaded<K, V> get(Collection<K> keys, Duration patience);

    /** Asks the source each time, and waits as long as that takes. */
    static <K, V> Lookup<K, V> of(Source<K, V> source) {
        return (keys, patience) -> {
            var values = new HashMap<K, V>();
            source.load(keys).forEach((key, versioned) -> values.put(key, versioned.value()));
            return new Loaded<>(values, false);
        };
    }
}
