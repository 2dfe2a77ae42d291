package io.discounts.service.replay;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A replay as it stands.
 *
 * @param orderedBy who wanted it
 * @param beganAt absent: it has not begun
 * @param endedAt absent: it has not ended
 * @param cancelledBy who did not want it any more
 * @param failure why it could not go on
 * @param checksums of both catalogs, once a replay into the shadow has succeeded
 */
public record Replay(
        long id,
        ReplayState state,
        ReplayOrder order,
        String orderedBy,
        Instant orderedAt,
        @Nullable Instant beganAt,
        @Nullable Instant endedAt,
        @Nullable String cancelledBy,
        @Nullable String failure,
        @Nullable Checksums checksums,
        ReplayProgress progress) {
    /** What both catalogs held when the replay was through. */
    public record Checksums(String live, String shadow) {}
}
