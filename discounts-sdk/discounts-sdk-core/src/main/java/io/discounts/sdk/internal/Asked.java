package io.discounts.sdk.internal;

import io.discounts.sdk.BackendCall;
import io.discounts.sdk.Call;
import io.discounts.sdk.DiscountsBackend;
import io.discounts.sdk.Operation;
import io.discounts.sdk.Path;
import io.discounts.sdk.Source;
import io.discounts.sdk.model.CancelRequest;
import io.discounts.sdk.model.ConfirmRequest;
import io.discounts.sdk.model.EvaluateAnswer;
import io.discounts.sdk.model.EvaluateRequest;
import io.discounts.sdk.model.HoldRequest;
import io.discounts.sdk.model.RedemptionOutcome;
import io.discounts.sdk.model.ReleaseRequest;
import io.discounts.sdk.model.SearchAnswer;
import io.discounts.sdk.model.SearchRequest;
import io.discounts.sdk.rollout.RouteKey;
import org.jspecify.annotations.Nullable;

import java.util.function.BiFunction;

/**
 * What is asked, of whichever side.
 *
 * @param path that a write follows; absent for a read
 */
record Asked<A>(
        Operation operation,
        RouteKey key,
        Object request,
        @Nullable Path path,
        BiFunction<DiscountsBackend, BackendCall, A> of) {
    static Asked<SearchAnswer> search(SearchRequest request, Call call) {
        var store = request.storeIds().size() == 1 ? request.storeIds().get(0) : null;
        var key = new RouteKey(request.region(), request.customer().id(), store, call.city());
        return new Asked<>(Operation.SEARCH, key, request, null, (side, how) -> side.search(request, how));
    }

    static Asked<EvaluateAnswer> evaluate(EvaluateRequest request, Call call) {
        var key = new RouteKey(request.region(), request.customer().id(), request.storeId(), call.city());
        return new Asked<>(Operation.EVALUATE, key, request, null, (side, how) -> side.evaluate(request, how));
    }

    static Asked<RedemptionOutcome> hold(HoldRequest request, Call call) {
        var key = new RouteKey(request.region(), request.customerId(), null, call.city());
        return new Asked<>(Operation.HOLD, key, request, request.path(), (side, how) -> side.hold(request, how));
    }

    static Asked<RedemptionOutcome> confirm(ConfirmRequest request, Call call) {
        return finish(Operation.CONFIRM, call, request, request.path(), (side, how) -> side.confirm(request, how));
    }

    static Asked<RedemptionOutcome> release(ReleaseRequest request, Call call) {
        return finish(Operation.RELEASE, call, request, request.path(), (side, how) -> side.release(request, how));
    }

    static Asked<RedemptionOutcome> cancel(CancelRequest request, Call call) {
        return finish(Operation.CANCEL, call, request, request.path(), (side, how) -> side.cancel(request, how));
    }

    private static Asked<RedemptionOutcome> finish(
            Operation operation,
            Call call,
            Object request,
            Path path,
            BiFunction<DiscountsBackend, BackendCall, RedemptionOutcome> of) {
        return new Asked<>(operation, new RouteKey(null, null, null, call.city()), request, path, of);
    }

    /** A hold that the local search has taken is finished there, whatever it says itself. */
    @SuppressWarnings("unchecked") // a hold's answer is an outcome
    A takenLocally(A answer) {
        return operation == Operation.HOLD && answer instanceof RedemptionOutcome.Done done
                ? (A) new RedemptionOutcome.Done(done.redemption().on(Path.LOCAL))
                : answer;
    }

    /** Which of the service's answers are stale. */
    static Source source(Object remoteAnswer) {
        var stale = (remoteAnswer instanceof SearchAnswer search && search.stale())
                || (remoteAnswer instanceof EvaluateAnswer evaluation && evaluation.stale());
        return stale ? Source.STALE : Source.REMOTE;
    }
}
