package io.discounts.service.devservers;

/** Where the service's schema is, as a {@code jdbc:mysql:} address and who may use it. */
public record Database(String url, String username, String password) {}
