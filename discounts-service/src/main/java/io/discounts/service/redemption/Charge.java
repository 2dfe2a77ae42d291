package io.discounts.service.redemption;

/** What is taken from a discount's budget, or given back to it. */
record Charge(DiscountKey discount, long uses, long money) {
    Charge plus(Charge other) {
        return new Charge(discount, uses + other.uses, money + other.money);
    }
}
