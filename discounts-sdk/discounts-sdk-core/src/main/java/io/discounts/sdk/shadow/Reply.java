package io.discounts.sdk.shadow;

import java.time.Duration;
import java.time.Instant;

/** What a side said to a question. */
sealed interface Reply<A> {
    /**
     * It answered.
     *
     * @param at when it had, by the wall clock
     */
    record Told<A>(A answer, Duration took, Instant at) implements Reply<A> {}

    /**
     * It did not.
     *
     * @param why without anything that the question says
     */
    record Silent<A>(String why) implements Reply<A> {}
}
