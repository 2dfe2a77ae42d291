package io.discounts.service.discount;

/** Where and when a discount holds. */
public record Extent(Scope scope, Validity validity) {}
