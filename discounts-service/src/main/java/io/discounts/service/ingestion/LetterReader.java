package io.discounts.service.ingestion;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads dead letters as the records they are, with what the service understands today. */
record LetterReader(Map<String, IngestionProperties.Stream> streams, RecordReader reader) {
    static LetterReader of(List<IngestionProperties.Stream> streams, RecordReader reader) {
        return new LetterReader(
                streams.stream()
                        .collect(Collectors.toUnmodifiableMap(IngestionProperties.Stream::name, Function.identity())),
                reader);
    }

    RecordReading read(KeptLetter letter) {
        var stream = streams.get(letter.stream());
        if (stream == null) {
            return new RecordReading.Refused(new DeadLetter(
                    letter.stream(),
                    letter.shardId(),
                    letter.record(),
                    letter.subject(),
                    "its stream is not configured"));
        }
        var alone = new ShardBatch(letter.stream(), letter.shardId(), List.of(letter.record()), Duration.ZERO);
        return reader.read(alone, stream, letter.record());
    }
}
