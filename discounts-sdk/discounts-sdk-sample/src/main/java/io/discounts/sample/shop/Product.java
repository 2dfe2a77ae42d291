package io.discounts.sample.shop;

/**
 * Something to buy.
 *
 * @param price of one, in cents
 */
record Product(String id, String category, long price) {}
