package io.discounts.sdk.testkit;

import java.time.Clock;

/** A store of the fake's catalogue. Changes are seen once the service's lag has passed. */
public final class FakeStore {
    private final String id;
    private final Catalogue catalogue;
    private final Clock clock;

    FakeStore(String id, Catalogue catalogue, Clock clock) {
        this.id = id;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Adds it, or replaces that of the same id. */
    public FakeStore has(FakeDiscount discount) {
        catalogue.list(id, discount, clock.instant());
        return this;
    }

    /** Withdraws it from this store. */
    public FakeStore lacks(FakeDiscount discount) {
        catalogue.unlist(id, discount, clock.instant());
        return this;
    }
}
