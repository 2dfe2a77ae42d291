package io.discounts.service.discount;

/** A provider's word on one of its discounts. */
public sealed interface DiscountChange extends CatalogChange {
    DiscountId id();

    /** The discount is as told here from now on. */
    record Published(Discount discount) implements DiscountChange {
        @Override
        public DiscountId id() {
            return discount.id();
        }

        @Override
        public Region region() {
            return discount.region();
        }

        @Override
        public long version() {
            return discount.version();
        }
    }

    /** The discount is no more; a tombstone of this version stays, so that older news cannot bring it back. */
    record Withdrawn(DiscountId id, Region region, long version) implements DiscountChange {
        public Withdrawn {
            Checks.check(version >= 0, "version must not be negative");
        }
    }
}
