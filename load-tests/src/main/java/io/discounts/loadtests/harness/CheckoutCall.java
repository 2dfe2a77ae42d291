package io.discounts.loadtests.harness;

/**
 * A write to redemptions that may be sent as often as one likes: it has its own idempotency key.
 *
 * @param body JSON
 */
public record CheckoutCall(String path, String key, String body) {
    private static final String PATH = "/v1/redemptions";
    private static final int AMOUNT = 100;

    /** A hold on one discount of region ES. */
    public static CheckoutCall hold(String key, String customer, String discountId, int seconds) {
        return new CheckoutCall(PATH, key, """
                {"region":"ES","customerId":"%s","checkoutId":"%s","discounts":[{"discountId":"%s","amount":%d}],\
                "holdSeconds":%d}""".formatted(customer, key, discountId, AMOUNT, seconds));
    }

    public static CheckoutCall confirm(String key, Held held) {
        var body = "{\"fencingToken\":%d,\"orderId\":\"o-%s\"}".formatted(held.fencingToken(), held.redemptionId());
        return new CheckoutCall(PATH + '/' + held.redemptionId() + "/confirm", key, body);
    }

    public static CheckoutCall release(String key, Held held) {
        var body = "{\"fencingToken\":%d}".formatted(held.fencingToken());
        return new CheckoutCall(PATH + '/' + held.redemptionId() + "/release", key, body);
    }
}
