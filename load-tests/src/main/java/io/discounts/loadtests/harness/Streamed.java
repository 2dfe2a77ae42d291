package io.discounts.loadtests.harness;

/**
 * An event on its way to a stream.
 *
 * @param subject also its partition key
 */
public record Streamed(String stream, String subject, String json) {}
