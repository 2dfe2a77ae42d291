package io.discounts.service.redemption;

import io.discounts.service.discount.Region;

/** A customer of a region, without their name. */
record Pseudonym(Region region, HolderDigest digest) {
    static Pseudonym of(Region region, String customerId) {
        return new Pseudonym(region, HolderDigest.of(customerId));
    }
}
