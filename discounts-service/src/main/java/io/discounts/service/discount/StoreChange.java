package io.discounts.service.discount;

/** News of a store. */
public sealed interface StoreChange extends CatalogChange {
    StoreId storeId();

    /** The store's facts are as told here from now on. */
    record Updated(StoreFacts facts) implements StoreChange {
        @Override
        public StoreId storeId() {
            return facts.storeId();
        }

        @Override
        public Region region() {
            return facts.region();
        }

        @Override
        public long version() {
            return facts.version();
        }
    }

    /** The store is no more; a tombstone of this version stays. */
    record Removed(StoreId storeId, Region region, long version) implements StoreChange {
        public Removed {
            Checks.check(version >= 0, "version must not be negative");
        }
    }
}
