package io.discounts.service.ingestion;

/** How much of a stream cannot be applied. */
record ParkedStream(String stream, long letters, long subjects) {}
