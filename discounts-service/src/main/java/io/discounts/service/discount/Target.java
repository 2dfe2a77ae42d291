package io.discounts.service.discount;

/** What part of the price an effect acts on. */
public sealed interface Target {
    Target ALL_ITEMS = new Items(Selection.EVERYTHING);

    /** The basket lines that match the selection. */
    record Items(Selection selection) implements Target {}

    /** One of the order's fees. */
    enum Fee implements Target {
        DELIVERY,
        SERVICE
    }
}
