package io.discounts.sample.news;

/** What a discount's scope may go by. */
public record StoreFacts(String id, long version, String city, String type, String brand) {}
