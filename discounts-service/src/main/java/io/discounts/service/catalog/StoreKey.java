package io.discounts.service.catalog;

import io.discounts.service.discount.Region;
import io.discounts.service.discount.StoreId;

/** Names a store in the whole marketplace. */
record StoreKey(Region region, StoreId storeId) {}
