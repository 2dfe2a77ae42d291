package io.discounts.service.redemption;

/**
 * A redemption's use of one discount as its table holds it.
 *
 * @param number of the redemption
 */
record Line(DiscountKey discount, long number, long amount, Standing standing) {
    /** Whether and where a line counts; the ordinals are the table's. */
    enum Standing {
        GIVEN_BACK,
        /** A use of a discount that had no budget when it was taken. */
        UNCHARGED,
        CHARGED
    }

    Charge charge() {
        return new Charge(discount, 1, amount);
    }
}
