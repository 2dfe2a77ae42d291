package io.discounts.service.catalog;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;

import java.util.Collection;
import java.util.Map;

/** A source behind a circuit breaker: while it is known to be away, nobody waits to learn it again. */
record GuardedSource<K, V>(Source<K, V> guarded, CircuitBreaker breaker) implements Source<K, V> {

    @Override
    public Map<K, Versioned<V>> load(Collection<K> keys) {
        try {
            return breaker.executeSupplier(() -> guarded.load(keys));
        } catch (CallNotPermittedException open) {
            throw new SourceUnavailableException();
        }
    }
}
