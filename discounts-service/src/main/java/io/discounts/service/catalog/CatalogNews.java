package io.discounts.service.catalog;

import java.util.Collection;

/** Hears what has been written to the live catalog, in the transaction that writes it. */
interface CatalogNews {
    CatalogNews UNHEARD = written -> {};

    /** Each of these is in force now, and its row is locked. */
    void written(Collection<DiscountPut> puts);
}
