package io.discounts.loadtests.redemption;

/**
 * What an event's id says.
 *
 * @param word what the redemption became, such as {@code confirmed-late}
 */
record RedemptionEvent(String redemption, String word, String discount) {
    static RedemptionEvent of(String eventId) {
        var parts = eventId.split("/", 3);
        return new RedemptionEvent(parts[0], parts[1], parts[2]);
    }
}
