package io.discounts.service.catalog;

import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;

import java.util.Collection;
import java.util.Map;

/**
 * Single discounts as the database holds them, past every cache: for people who ask why, and for whoever acts on their
 * limits. Safe for use by any thread.
 */
public interface DiscountRecords {
    DiscountRecord find(Region region, DiscountId id);

    /**
     * Reads discounts and keeps them as they are until the caller's transaction ends; others may do so at the same time.
     *
     * @return what is known of each, never {@link DiscountRecord.Unavailable}
     * @throws org.springframework.dao.DataAccessException if the database does not answer
     */
    Map<DiscountId, DiscountRecord> keep(Region region, Collection<DiscountId> ids);
}
