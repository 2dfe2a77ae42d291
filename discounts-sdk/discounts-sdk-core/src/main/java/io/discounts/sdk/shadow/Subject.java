package io.discounts.sdk.shadow;

import io.discounts.sdk.internal.ComparedCall;
import io.discounts.sdk.internal.MirroredCall;
import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * A mirrored call that is being compared.
 *
 * @param question what was asked, for the moment of the call
 */
record Subject<A>(
        MirroredCall<A> call,
        Question<A> question,
        @Nullable Duration controlTook,
        @Nullable Duration candidateTook) {
    ComparedCall with(Comparison comparison) {
        return new ComparedCall(
                call.operation(),
                call.key(),
                comparison,
                call.answeredBy(),
                call.calledAt(),
                controlTook,
                candidateTook);
    }
}
