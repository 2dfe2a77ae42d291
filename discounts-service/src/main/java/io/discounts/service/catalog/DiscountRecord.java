package io.discounts.service.catalog;

import io.discounts.service.discount.Discount;

/** What the database knows of one discount. */
public sealed interface DiscountRecord {
    record Present(Discount discount) implements DiscountRecord {}

    /** The discount is no more since this version of it. */
    record Withdrawn(long version) implements DiscountRecord {}

    /** No provider has ever published it in this region. */
    record Unknown() implements DiscountRecord {}

    /** The database does not answer. */
    record Unavailable() implements DiscountRecord {}
}
