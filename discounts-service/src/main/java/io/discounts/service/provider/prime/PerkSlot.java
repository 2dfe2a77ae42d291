package io.discounts.service.provider.prime;

import io.discounts.service.discount.DiscountId;

import java.util.Locale;

/** The places a benefit has for perks. Each is a discount of its own, whether the benefit fills it or not. */
enum PerkSlot {
    DELIVERY,
    SERVICE,
    ITEMS;

    DiscountId of(String provider, String benefitId) {
        return new DiscountId(provider, benefitId + '.' + name().toLowerCase(Locale.ROOT));
    }
}
