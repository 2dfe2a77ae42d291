package io.discounts.service.discount;

/** What part of the price an effect acts on. */
public sealed interface Target {
    /** The target's type as the contract writes it. */
    String type();

    /** The basket lines that match the selection. */
    record Items(Selection selection) implements Target {
        public static final Items ALL = new Items(Selection.EVERYTHING);

        @Override
        public String type() {
            return "items";
        }
    }

    /** One of the order's fees. */
    enum Fee implements Target {
        DELIVERY("delivery_fee"),
        SERVICE("service_fee");

        private final String type;

        Fee(String type) {
            this.type = type;
        }

        @Override
        public String type() {
            return type;
        }
    }
}
