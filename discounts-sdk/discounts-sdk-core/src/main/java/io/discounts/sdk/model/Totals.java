package io.discounts.sdk.model;

/** The sums of an evaluation, in minor units. */
public record Totals(
        long items,
        long itemsDiscount,
        long deliveryFee,
        long deliveryDiscount,
        long serviceFee,
        long serviceDiscount,
        long discount,
        long total) {}
