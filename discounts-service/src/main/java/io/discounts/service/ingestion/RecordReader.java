package io.discounts.service.ingestion;

import io.discounts.service.provider.ProviderAdapters;
import io.discounts.service.provider.ProviderEvent;
import io.discounts.service.provider.Translation;
import org.jspecify.annotations.Nullable;

/** From bytes to changes: envelope first, then the adapters of the stream's formats. */
record RecordReader(ProviderAdapters adapters) {

    RecordReading read(ShardBatch batch, IngestionProperties.Stream stream, StreamRecord record) {
        return switch (CloudEvents.read(record.payload())) {
            case EnvelopeReading.Read read -> translate(batch, stream, record, read.event());
            case EnvelopeReading.Unreadable unreadable ->
                refused(batch, record, unreadable.subject(), unreadable.reason());
        };
    }

    private RecordReading translate(
            ShardBatch batch, IngestionProperties.Stream stream, StreamRecord record, CloudEvent event) {
        var providerEvent = new ProviderEvent(stream.provider(), event.type(), event.data());
        return switch (adapters.translate(stream.formats(), providerEvent)) {
            case Translation.Translated translated ->
                new RecordReading.Understood(record, event.time(), event.subject(), translated.changes());
            case Translation.Refused refused -> refused(batch, record, event.subject(), refused.reason());
        };
    }

    private static RecordReading refused(
            ShardBatch batch, StreamRecord record, @Nullable String subject, String reason) {
        return new RecordReading.Refused(new DeadLetter(batch.stream(), batch.shardId(), record, subject, reason));
    }
}
