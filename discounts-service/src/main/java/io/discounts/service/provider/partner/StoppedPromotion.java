package io.discounts.service.provider.partner;

import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;

/** A promotion that is not live; a draft may be unfinished, so nothing but its identity is read. */
record StoppedPromotion(String promotionId, long revision, Region country) implements PartnerPromotion {
    @Override
    public DiscountChange toChange(String provider) {
        return new DiscountChange.Withdrawn(new DiscountId(provider, promotionId), country, revision);
    }
}
