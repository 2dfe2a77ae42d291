package io.discounts.service.devservers;

import java.util.List;

/** The streams of the contract, in and out. */
public final class Streams {
    public static final String PARTNER_PROMOTIONS = "partner-promotions";
    public static final String PRIME_BENEFITS = "prime-benefits";
    public static final String MARKETING_CAMPAIGNS = "marketing-campaigns";
    public static final String STORES = "stores";
    public static final String DISCOUNTS_EVENTS = "discounts-events";

    static final List<String> ALL =
            List.of(PARTNER_PROMOTIONS, PRIME_BENEFITS, MARKETING_CAMPAIGNS, STORES, DISCOUNTS_EVENTS);

    private Streams() {}
}
