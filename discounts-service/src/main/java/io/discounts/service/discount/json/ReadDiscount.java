package io.discounts.service.discount.json;

import io.discounts.service.discount.Discount;

/** A discount as it was read, and how clients are told of it. */
public record ReadDiscount(Discount discount, DiscountFragment fragment) {}
