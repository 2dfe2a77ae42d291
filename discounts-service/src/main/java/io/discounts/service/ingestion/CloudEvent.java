package io.discounts.service.ingestion;

import tools.jackson.databind.JsonNode;

import java.time.Instant;

/**
 * A CloudEvents 1.0 envelope that has been read.
 *
 * @param data a JSON object, not yet validated; its decimal numbers are exact
 */
record CloudEvent(String id, String source, String type, String subject, Instant time, JsonNode data) {}
