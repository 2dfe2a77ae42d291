package io.discounts.service.ops;

import io.discounts.service.ingestion.KeptLetter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Base64;

/** A dead letter in JSON. */
@Schema(name = "DeadLetter")
record DeadLetterBody(
        @Schema(description = "Grows in the order in which the letters of a subject queue.", example = "17")
        long id,

        @Schema(example = "partner-promotions") String stream,

        @Schema(example = "shardId-000000000000") String shardId,

        String sequenceNumber,

        @Schema(description = "Null if it could not be read.", example = "ES/42") @Nullable
        String subject,

        @Schema(description = "When the stream took the record in.")
        Instant receivedAt,

        @Schema(
                description = "Why it cannot be applied, or behind which letter it waits.",
                example = "/data/effect/type: is none of the values allowed")
        String reason,

        @Schema(description = "The record, whole, in base64.", format = "byte")
        String payload) {

    static DeadLetterBody of(KeptLetter letter) {
        return new DeadLetterBody(
                letter.id(),
                letter.stream(),
                letter.shardId(),
                letter.record().sequenceNumber(),
                letter.subject(),
                letter.record().arrivedAt(),
                letter.reason(),
                Base64.getEncoder().encodeToString(letter.record().payload()));
    }
}
