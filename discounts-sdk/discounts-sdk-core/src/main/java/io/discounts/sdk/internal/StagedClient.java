package io.discounts.sdk.internal;

import io.discounts.sdk.Answer;
import io.discounts.sdk.Call;
import io.discounts.sdk.Cancellation;
import io.discounts.sdk.ClientOptions;
import io.discounts.sdk.DiscountsClient;
import io.discounts.sdk.internal.evidence.Evidence;
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
import java.util.function.UnaryOperator;

/** The client: every method is the same call path, on the caller's thread or on another. */
public final class StagedClient implements DiscountsClient {
    private final CallPath path;
    private final RemoteSide remote;
    private final Mirror mirror;
    private final AsyncCalls async;
    private final KillSwitch killSwitch;
    private final Evidence evidence;

    /** A client that owns its remote side and its mirror. */
    public StagedClient(
            CallPath path,
            RemoteSide remote,
            Mirror mirror,
            ClientOptions options,
            UnaryOperator<Runnable> asyncTasks,
            KillSwitch killSwitch,
            Evidence evidence) {
        this.path = path;
        this.remote = remote;
        this.mirror = mirror;
        this.async = new AsyncCalls(options.concurrency(), asyncTasks);
        this.killSwitch = killSwitch;
        this.evidence = evidence;
    }

    @Override
    public Answer<SearchAnswer> search(SearchRequest request, Call call) {
        return now(Asked.search(request, call), call);
    }

    @Override
    public Answer<EvaluateAnswer> evaluate(EvaluateRequest request, Call call) {
        return now(Asked.evaluate(request, call), call);
    }

    @Override
    public Answer<RedemptionOutcome> hold(HoldRequest request, Call call) {
        return now(Asked.hold(request, call), call);
    }

    @Override
    public Answer<RedemptionOutcome> confirm(ConfirmRequest request, Call call) {
        return now(Asked.confirm(request, call), call);
    }

    @Override
    public Answer<RedemptionOutcome> release(ReleaseRequest request, Call call) {
        return now(Asked.release(request, call), call);
    }

    @Override
    public Answer<RedemptionOutcome> cancel(CancelRequest request, Call call) {
        return now(Asked.cancel(request, call), call);
    }

    @Override
    public CompletableFuture<Answer<SearchAnswer>> searchAsync(SearchRequest request, Call call) {
        return later(Asked.search(request, call), call);
    }

    @Override
    public CompletableFuture<Answer<EvaluateAnswer>> evaluateAsync(EvaluateRequest request, Call call) {
        return later(Asked.evaluate(request, call), call);
    }

    @Override
    public CompletableFuture<Answer<RedemptionOutcome>> holdAsync(HoldRequest request, Call call) {
        return later(Asked.hold(request, call), call);
    }

    @Override
    public CompletableFuture<Answer<RedemptionOutcome>> confirmAsync(ConfirmRequest request, Call call) {
        return later(Asked.confirm(request, call), call);
    }

    @Override
    public CompletableFuture<Answer<RedemptionOutcome>> releaseAsync(ReleaseRequest request, Call call) {
        return later(Asked.release(request, call), call);
    }

    @Override
    public CompletableFuture<Answer<RedemptionOutcome>> cancelAsync(CancelRequest request, Call call) {
        return later(Asked.cancel(request, call), call);
    }

    @Override
    public KillSwitch killSwitch() {
        return killSwitch;
    }

    @Override
    public Report report() {
        return evidence.report();
    }

    @Override
    public void beginReport() {
        evidence.begin();
    }

    @Override
    public void close() {
        async.close();
        mirror.close();
        remote.close();
    }

    private <A> Answer<A> now(Asked<A> asked, Call call) {
        return path.run(path.begin(asked, call, Cancellation.never()));
    }

    private <A> CompletableFuture<Answer<A>> later(Asked<A> asked, Call call) {
        var cancellation = new Cancellation();
        var underway = path.begin(asked, call, cancellation);
        return async.run(() -> path.run(underway), cancellation);
    }
}
