package io.discounts.service.discount;

/** What part of the price an effect acts on. */
public sealed interface Target {
    /** The target's type as the contract writes it. */
    default String type() {
        return switch (this) {
            case Items ignored -> "items";
            case Fee.DELIVERY -> "delivery_fee";
            case Fee.SERVICE -> "service_fee";
        };
    }

    /** The basket lines that match the selection. */
    record Items(Selection selection) implements Target {
        public static final Items ALL = new Items(Selection.EVERYTHING);
    }

    /** One of the order's fees. */
    enum Fee implements Target {
        DELIVERY,
        SERVICE
    }
}
