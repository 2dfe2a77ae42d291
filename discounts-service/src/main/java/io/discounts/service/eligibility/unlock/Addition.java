package io.discounts.service.eligibility.unlock;

import io.discounts.service.eligibility.pricing.Basket;

import java.util.List;

/** Items of one kind in the making. Not safe for use by several threads. */
final class Addition {
    private static final long MOST_UNITS = (long) Basket.MAX_LINES * Basket.Line.MAX_QUANTITY;

    private final ItemKind kind;
    private long atLeast;
    private long heldUnits;
    private long heldAmount;
    private long amount;
    private long dear;
    private long dearPrice;

    Addition(ItemKind kind) {
        this.kind = kind;
    }

    /** Meets a need alone. */
    static Addition toMeet(Need need) {
        var addition = new Addition(new ItemKind(need.of(), 1, EffectUse.NONE));
        addition.grow(Math.max(0, need.units()), Math.max(0, need.amount()));
        return addition;
    }

    /** The fewest units that an amount can be spread over. */
    static long unitsFor(long amount) {
        return Math.ceilDiv(amount, Portion.MAX_PRICE);
    }

    ItemKind kind() {
        return kind;
    }

    long amount() {
        return amount;
    }

    long units() {
        return Math.max(atLeast, unitsFor(amount));
    }

    boolean isNothing() {
        return units() == 0;
    }

    void grow(long moreUnits, long moreAmount) {
        atLeast = units() + moreUnits;
        amount += moreAmount;
    }

    /** Grows by what is not given back. */
    void hold(long units, long heldWorth) {
        grow(units, heldWorth);
        heldUnits = units();
        heldAmount = amount;
    }

    /** Gives back what may be spared, as far as it is not held. */
    void giveBackAmount(long spare) {
        atLeast = units();
        amount -= Math.max(0, Math.min(spare, amount - heldAmount));
    }

    /** Gives back what may be spared, as far as it is not held and the amount does not need it. */
    void giveBackUnits(long spare) {
        long needed = Math.max(heldUnits, unitsFor(amount));
        atLeast = units() - Math.max(0, Math.min(spare, units() - needed));
    }

    /** Grows to what is not given back. */
    void holdAt(Wanted wanted) {
        raiseTo(wanted);
        heldUnits = wanted.units();
        heldAmount = wanted.amount();
    }

    /** Never less than it has been. */
    void raiseTo(Wanted wanted) {
        atLeast = Math.max(atLeast, wanted.units());
        amount = Math.max(amount, wanted.amount());
        dear = wanted.dear();
        dearPrice = wanted.dearPrice();
    }

    /** Whether units and prices are such as a basket takes. */
    boolean isRealizable() {
        return units() <= MOST_UNITS && dearPrice <= Portion.MAX_PRICE;
    }

    List<Portion> portions() {
        return Portion.spread(units(), amount, dear, dearPrice);
    }

    FactChange.AddItems toChange() {
        return new FactChange.AddItems(kind.of(), units(), amount, dear, dearPrice);
    }
}
