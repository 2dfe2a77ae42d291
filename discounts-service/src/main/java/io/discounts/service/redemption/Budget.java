package io.discounts.service.redemption;

/**
 * The row of a discount's budget.
 *
 * @param version of the discount whose limits these are
 * @param chargedThrough uncharged lines up to this number are charged as well
 * @param reserve what is left besides the slices; negative when less is allowed than is used
 * @param spread how many slices there are
 * @param cut what the slices had when they were cut
 */
record Budget(
        DiscountKey discount,
        long version,
        long chargedThrough,
        Allowance allowed,
        Allowance reserve,
        int spread,
        Allowance cut) {

    static Budget untouched(DiscountKey discount) {
        return new Budget(discount, -1, 0, Allowance.NOTHING, Allowance.NOTHING, 0, Allowance.NOTHING);
    }

    /** As far as the row tells: what has been taken from slices since they were cut comes on top. */
    Allowance used() {
        return allowed.minus(reserve).minus(cut);
    }

    Budget with(Allowance newReserve, int newSpread, Allowance newCut) {
        return new Budget(discount, version, chargedThrough, allowed, newReserve, newSpread, newCut);
    }
}
