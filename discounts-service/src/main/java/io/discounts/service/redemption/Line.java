package io.discounts.service.redemption;

/**
 * A redemption's use of one discount as its table holds it.
 *
 * @param number of the redemption
 */
record Line(DiscountKey discount, long number, long amount, Standing standing) {
    /** Whether and where a line counts. */
    enum Standing {
        GIVEN_BACK(0),
        /** A use of a discount that had no budget when it was taken. */
        UNCHARGED(1),
        CHARGED(2);

        private final int code;

        Standing(int code) {
            this.code = code;
        }

        /** As it stands in the table. */
        int code() {
            return code;
        }

        static Standing of(int code) {
            return switch (code) {
                case 0 -> GIVEN_BACK;
                case 1 -> UNCHARGED;
                case 2 -> CHARGED;
                default -> throw new IllegalArgumentException("no standing has the code " + code);
            };
        }
    }

    Charge charge() {
        return new Charge(discount, 1, amount);
    }
}
