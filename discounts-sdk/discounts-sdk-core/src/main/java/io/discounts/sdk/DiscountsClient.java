package io.discounts.sdk;

import io.discounts.sdk.model.CancelRequest;
import io.discounts.sdk.model.ConfirmRequest;
import io.discounts.sdk.model.EvaluateAnswer;
import io.discounts.sdk.model.EvaluateRequest;
import io.discounts.sdk.model.HoldRequest;
import io.discounts.sdk.model.RedemptionOutcome;
import io.discounts.sdk.model.ReleaseRequest;
import io.discounts.sdk.model.SearchAnswer;
import io.discounts.sdk.model.SearchRequest;
import io.discounts.sdk.report.Report;
import io.discounts.sdk.rollout.KillSwitch;

import java.util.concurrent.CompletableFuture;

/**
 * Asks for discounts, at the monolith's own search, at the service, or at the one should the other fail. Made by {@link
 * #builder()}; safe for use by many threads; to be closed.
 *
 * <h2>The composition</h2>
 *
 * <pre>
 * answer  =  route ▷  LOCAL        local
 *                     SHADOW       local, mirrored to the service
 *                     VERIFY       remote ∨ local, mirrored to local
 *                     REMOTE       remote ∨ local
 *                     REMOTE_ONLY  remote
 *
 * remote  =  within(deadline, hedge ∘ retry ∘ pause ∘ bulkhead ∘ breaker ∘ exchange)
 * </pre>
 *
 * <p>{@code f ∘ g} is f around g: f decides whether, when and how often g is asked. {@code a ∨ b} is a, or b where a fails.
 *
 * <ul>
 *   <li><b>route</b>: the stage of the operation for this customer, store or city, from flags in memory. The kill switch
 *       outranks it and makes every call local.
 *   <li><b>deadline</b>: {@link ClientOptions#budget} from the call of the method on, asynchronous ones as well. It covers
 *       connecting, head, body and every attempt, and aborts the exchange for real. Where the local search stands behind the
 *       service, the service gets the budget without {@link ClientOptions#localReserve}. The local search itself is told the
 *       deadline and never cut off: it runs on the thread that called.
 *   <li><b>hedge</b>: off unless asked for; a second attempt of a read that is slow, and the first answer counts.
 *   <li><b>retry</b>: one second attempt after a failure that may pass, paid from a budget of 10 % of the calls.
 *   <li><b>pause</b>: not before the service's {@code Retry-After} has passed.
 *   <li><b>bulkhead</b>: so many at a time; nobody waits for a place.
 *   <li><b>breaker</b>: not while the service has been failing. Reads and writes have bulkheads and breakers of their own.
 *   <li><b>exchange</b>: one request, one response of a limited size, read as a stream.
 * </ul>
 *
 * <h2>Holds</h2>
 *
 * <p>Writes follow a path, not a stage, and are never mirrored. A hold is taken on the side that evaluated the basket ({@link
 * Answer#path}); if that is the service and it fails, it is taken locally, and {@code Redemption.path} says so. (Should the
 * service have taken it after all, it expires there by itself.) What finishes a hold goes where the hold is and nowhere else:
 * a finish that failed may be sent again with the same idempotency key. Under the kill switch every write is local, the finish
 * of a remote hold included, so that the monolith can book it.
 *
 * <h2>Failures</h2>
 *
 * <p>All are {@link DiscountsException}s. The failure of the service is thrown as its kind where no local search stands behind
 * it, and told in {@link Answer#failure} where one did. What the local search throws comes as the cause of a {@link
 * LocalFailedException}; its {@link Error}s pass as they are. If both fail, a {@link DiscountsUnavailableException} holds both.
 * An interrupted thread does not ask the service but still asks the local search, which sees the interrupt; on a platform
 * thread an exchange under way ends at the deadline at the latest, on a virtual thread at once. An asynchronous call is given
 * up for good when its future is cancelled or completed by somebody else.
 *
 * <p>Without a local backend every stage is {@code REMOTE_ONLY}, and the kill switch makes calls fail at once.
 */
public interface DiscountsClient extends AutoCloseable {
    static DiscountsClientBuilder builder() {
        return new DiscountsClientBuilder();
    }

    /** Which discounts stores have. */
    Answer<SearchAnswer> search(SearchRequest request, Call call);

    /** What a basket costs. */
    Answer<EvaluateAnswer> evaluate(EvaluateRequest request, Call call);

    /** Holds discounts for a checkout. */
    Answer<RedemptionOutcome> hold(HoldRequest request, Call call);

    /** Uses what is held. */
    Answer<RedemptionOutcome> confirm(ConfirmRequest request, Call call);

    /** Gives up what is held. */
    Answer<RedemptionOutcome> release(ReleaseRequest request, Call call);

    /** Gives back what was used. */
    Answer<RedemptionOutcome> cancel(CancelRequest request, Call call);

    /** As {@link #search(SearchRequest, Call)}, on a thread of the client. Fails as that throws. */
    CompletableFuture<Answer<SearchAnswer>> searchAsync(SearchRequest request, Call call);

    /** As {@link #evaluate(EvaluateRequest, Call)}, on a thread of the client. Fails as that throws. */
    CompletableFuture<Answer<EvaluateAnswer>> evaluateAsync(EvaluateRequest request, Call call);

    /** As {@link #hold(HoldRequest, Call)}, on a thread of the client. Fails as that throws. */
    CompletableFuture<Answer<RedemptionOutcome>> holdAsync(HoldRequest request, Call call);

    /** As {@link #confirm(ConfirmRequest, Call)}, on a thread of the client. Fails as that throws. */
    CompletableFuture<Answer<RedemptionOutcome>> confirmAsync(ConfirmRequest request, Call call);

    /** As {@link #release(ReleaseRequest, Call)}, on a thread of the client. Fails as that throws. */
    CompletableFuture<Answer<RedemptionOutcome>> releaseAsync(ReleaseRequest request, Call call);

    /** As {@link #cancel(CancelRequest, Call)}, on a thread of the client. Fails as that throws. */
    CompletableFuture<Answer<RedemptionOutcome>> cancelAsync(CancelRequest request, Call call);

    /** A search of store navigation, with the default budget. */
    default Answer<SearchAnswer> search(SearchRequest request) {
        return search(request, Call.BROWSE);
    }

    /** An evaluation at checkout, with the default budget. */
    default Answer<EvaluateAnswer> evaluate(EvaluateRequest request) {
        return evaluate(request, Call.CHECKOUT);
    }

    /** A hold at checkout, with the default budget. */
    default Answer<RedemptionOutcome> hold(HoldRequest request) {
        return hold(request, Call.CHECKOUT);
    }

    /** A confirmation at checkout, with the default budget. */
    default Answer<RedemptionOutcome> confirm(ConfirmRequest request) {
        return confirm(request, Call.CHECKOUT);
    }

    /** A release at checkout, with the default budget. */
    default Answer<RedemptionOutcome> release(ReleaseRequest request) {
        return release(request, Call.CHECKOUT);
    }

    /** A cancellation at checkout, with the default budget. */
    default Answer<RedemptionOutcome> cancel(CancelRequest request) {
        return cancel(request, Call.CHECKOUT);
    }

    /**
     * Sends everything local from code, with the next call and whatever flags say: for operators. With a {@code Rollout} it is
     * that rollout's, and so the same for all clients that share it.
     */
    KillSwitch killSwitch();

    /** What this client has learnt so far, and whether it allows the next stage. Takes some milliseconds. */
    Report report();

    /** Forgets what was learnt, after a defect was repaired for instance, so that {@link #report} tells what is true now. */
    void beginReport();

    /**
     * Aborts what is under way, and leaves neither a thread of its own nor a socket behind; a few idle threads that OkHttp
     * shares among all its clients end within a minute. Later calls find the service failing: they are answered locally where a
     * local search stands behind it.
     */
    @Override
    void close();
}
