package io.discounts.service.redemption;

/**
 * Tells every instance, this one included, what changes who may have a discount. A hint: it may be lost, and then polling
 * finds it.
 */
interface HoldNews {
    /** Exclusive use has been taken. */
    void held(ExclusiveHolds.Holder holder);

    /** Exclusive use has ended. */
    void ended(DiscountKey discount, RedemptionId redemption);

    /** A customer has more uses, or fewer. */
    void used(DiscountKey discount, HolderDigest customer);
}
