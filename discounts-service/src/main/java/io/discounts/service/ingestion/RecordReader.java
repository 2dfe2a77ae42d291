package io.discounts.service.ingestion;

import io.discounts.service.provider.PlainEvent;
import io.discounts.service.provider.ProviderAdapters;
import io.discounts.service.provider.ProviderEvent;
import io.discounts.service.provider.Translation;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** From bytes to changes: envelope first, then the adapters of the stream's formats. */
record RecordReader(ProviderAdapters adapters) {

    RecordReading read(ShardBatch batch, IngestionProperties.Stream stream, StreamRecord record) {
        return read(batch, stream, record, time -> true).orElseThrow();
    }

    /** Empty if it is an event of a time that is not wanted; what is no event has no time, and is refused. */
    Optional<RecordReading> read(
            ShardBatch batch, IngestionProperties.Stream stream, StreamRecord record, Predicate<Instant> wanted) {
        var plain = PlainEnvelope.read(record.payload());
        if (plain.isPresent() && !wanted.test(plain.get().time())) {
            return Optional.empty();
        }
        var understood = plain.flatMap(envelope -> understand(stream, record, envelope));
        return understood.isPresent() ? understood : readClosely(batch, stream, record, wanted);
    }

    private Optional<RecordReading> understand(
            IngestionProperties.Stream stream, StreamRecord record, PlainEnvelope envelope) {
        var event = new PlainEvent(stream.provider(), envelope.type(), envelope.data());
        return adapters.translatePlain(stream.formats(), event)
                .map(translated -> new RecordReading.Understood(
                        record, envelope.time(), envelope.subject(), translated.changes()));
    }

    private Optional<RecordReading> readClosely(
            ShardBatch batch, IngestionProperties.Stream stream, StreamRecord record, Predicate<Instant> wanted) {
        return switch (CloudEvents.read(record.payload())) {
            case EnvelopeReading.Read read ->
                wanted.test(read.event().time())
                        ? Optional.of(translate(batch, stream, record, read.event()))
                        : Optional.empty();
            case EnvelopeReading.Unreadable unreadable ->
                Optional.of(refused(batch, record, unreadable.subject(), unreadable.reason()));
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
