package io.discounts.service.ingestion;

import org.jspecify.annotations.Nullable;

/** What became of a record's bytes. */
sealed interface EnvelopeReading {
    /** They are a CloudEvent. */
    record Read(CloudEvent event) implements EnvelopeReading {}

    /**
     * They are none.
     *
     * @param reason for the provider's engineers; bounded, without the bytes
     * @param subject what the record is about, as far as that could be read: its later records must wait for it
     */
    record Unreadable(String reason, @Nullable String subject) implements EnvelopeReading {}
}
