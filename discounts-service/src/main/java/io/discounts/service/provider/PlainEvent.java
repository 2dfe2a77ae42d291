package io.discounts.service.provider;

/**
 * An event written as most are, of which a quick look may suffice.
 *
 * @param provider whose stream the event came on
 * @param type the CloudEvents type
 * @param data the CloudEvents payload, JSON not yet validated
 */
public record PlainEvent(String provider, String type, String data) {}
