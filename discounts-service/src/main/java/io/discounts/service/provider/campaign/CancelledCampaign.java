package io.discounts.service.provider.campaign;

import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;

/** A campaign that is over, whatever its flight said. */
record CancelledCampaign(String campaignId, long changeNumber, Region market) {
    DiscountChange toChange(String provider) {
        return new DiscountChange.Withdrawn(new DiscountId(provider, campaignId), market, changeNumber);
    }
}
