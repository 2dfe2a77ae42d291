package io.discounts.service.redemption;

/** What an idempotent write comes to. */
public sealed interface WriteResult {
    /** The work has been done or refused, now or when it was first asked for. */
    record Answered(Reply reply) implements WriteResult {}

    /** The key has been used to ask for something else. */
    record KeyReused() implements WriteResult {}

    /** The first to use the key is still waiting for its own answer. */
    record InProgress() implements WriteResult {}

    /** Nothing has been done, or nobody knows: to be asked again with the same key. */
    record Unavailable(String reason) implements WriteResult {}
}
