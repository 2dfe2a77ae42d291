package io.discounts.service.discount;

import java.util.Set;

/** The stores of its region that a discount covers: everywhere or the named ones, without the excepted ones. */
public record Scope(boolean everywhere, StoreSet named, StoreSet except) {
    public static final Scope EVERYWHERE = new Scope(true, StoreSet.NONE, StoreSet.NONE);

    public boolean covers(StoreFacts store) {
        return (everywhere || named.names(store)) && !isExcepted(store);
    }

    public boolean hasExceptions() {
        return !except.isEmpty();
    }

    /** Whether a store that is named, or would be everywhere, is left out all the same. */
    public boolean isExcepted(StoreFacts store) {
        return hasExceptions() && except.names(store);
    }

    /** The keys to index the discount under; every store it covers has at least one of them. */
    public Set<ScopeKey> keys() {
        return everywhere ? Set.of(ScopeKey.EVERYWHERE) : named.keys();
    }

    /** Whether {@link #keys} has a key, without making them. */
    public boolean isNamedBy(ScopeKey key) {
        return everywhere ? key.equals(ScopeKey.EVERYWHERE) : named.isNamedBy(key);
    }
}
