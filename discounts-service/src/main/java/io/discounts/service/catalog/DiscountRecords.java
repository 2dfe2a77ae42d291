package io.discounts.service.catalog;

import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;

/** Single discounts as the database holds them, past every cache: for people who ask why. Safe for use by any thread. */
public interface DiscountRecords {
    DiscountRecord find(Region region, DiscountId id);
}
