package io.discounts.service.discount;

/**
 * A change of what the catalog holds, or of what is known of its discounts' uses. Order of arrival never decides between
 * two changes of one subject; versions do.
 */
public sealed interface CatalogChange permits DiscountChange, StoreChange, UseReported {
    Region region();

    /** Not negative; grows with each change of one subject. */
    long version();
}
