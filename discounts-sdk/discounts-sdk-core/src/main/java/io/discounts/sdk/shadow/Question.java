package io.discounts.sdk.shadow;

import io.discounts.sdk.BackendCall;
import io.discounts.sdk.DiscountsBackend;
import io.discounts.sdk.model.EvaluateRequest;
import io.discounts.sdk.model.SearchRequest;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** A read that can be asked of either side, and what its answers have to be looked at for. */
sealed interface Question<A> permits EvaluateQuestion, SearchQuestion {
    /**
     * The read of a mirrored call.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Question<?> of(Object request) {
        if (request instanceof SearchRequest search) {
            return new SearchQuestion(search);
        }
        if (request instanceof EvaluateRequest evaluate) {
            return new EvaluateQuestion(evaluate);
        }
        throw new IllegalArgumentException("no read: " + request.getClass());
    }

    /** The same, decided for that moment, unless it names one itself. */
    Question<A> asOf(Instant moment);

    A ask(DiscountsBackend side, BackendCall call);

    Node node(A answer, AnswerNodes nodes);

    /** Cheaper than comparing; false tells nothing. */
    boolean areSame(A control, A candidate);

    /** How far the events of each provider had been applied. */
    Map<String, Instant> watermarks(A answer);

    /** Whether it was served past its freshness. */
    boolean isStale(A answer);

    /** The providers whose discounts decide about this mismatch. */
    Set<String> concerned(Mismatch mismatch, A control, A candidate);
}
