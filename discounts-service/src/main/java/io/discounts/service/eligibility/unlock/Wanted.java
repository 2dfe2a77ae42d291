package io.discounts.service.eligibility.unlock;

/** So many units worth an amount together, {@code dear} of them at {@code dearPrice} or more each. */
record Wanted(long units, long amount, long dear, long dearPrice) {
    static final Wanted NOTHING = new Wanted(0, 0, 0, 0);

    static Wanted units(long units, long dear, long dearPrice) {
        return new Wanted(units, dear * dearPrice, dear, dearPrice);
    }

    boolean isAttainable() {
        return dearPrice <= Portion.MAX_PRICE && amount <= units * Portion.MAX_PRICE;
    }

    long amountBeyond(Addition addition) {
        return Math.max(0, amount - addition.amount());
    }

    long unitsBeyond(Addition addition) {
        return Math.max(0, units - addition.units());
    }
}
