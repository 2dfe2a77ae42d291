package io.discounts.service.redemption;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * What the database says of a customer's uses, once it has.
 *
 * @param askedAt by this instance's clock
 */
record UsesAnswer(Instant askedAt, CompletableFuture<Said> coming) {
    /** So long it holds by itself. */
    static final Duration HOLDS = Duration.ofSeconds(30);

    /** A failure is a value, for so it needs no unwrapping. */
    record Said(Map<DiscountKey, Long> uses, boolean failed) {
        static final Said FAILED = new Said(Map.of(), true);
    }

    /** After that it holds while somebody looks for what has changed. */
    boolean holds(Instant now, PossibleUses possible) {
        return now.isBefore(askedAt.plus(HOLDS)) || possible.isCurrent();
    }
}
