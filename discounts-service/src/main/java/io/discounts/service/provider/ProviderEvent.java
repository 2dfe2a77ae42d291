package io.discounts.service.provider;

import tools.jackson.databind.JsonNode;

/**
 * What an adapter needs of an event.
 *
 * @param provider whose stream the event came on; the stream decides, not what the event says of its source
 * @param type the CloudEvents type
 * @param data the CloudEvents payload, not yet validated
 */
public record ProviderEvent(String provider, String type, JsonNode data) {}
