package io.discounts.sdk.metrics;

import io.discounts.sdk.Answer;
import io.discounts.sdk.Call;
import io.discounts.sdk.DiscountsClient;
import io.discounts.sdk.DiscountsException;
import io.discounts.sdk.Operation;
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
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * A client whose calls are observed, and so traced: one observation for each, {@link SdkMetrics#CALL_OBSERVATION}, current
 * while the call is made, with operation, source and reason and no id of anybody. A call that was answered locally because the
 * service failed is no error. For asynchronous calls it is current while they are handed over: {@code
 * DiscountsClientBuilder.asyncTasks} carries it on. Closes the client it decorates. Safe for use by many threads.
 */
public final class ObservedClient implements DiscountsClient {
    private static final String NONE = "none";

    private final DiscountsClient client;
    private final ObservationRegistry registry;

    private ObservedClient(DiscountsClient client, ObservationRegistry registry) {
        this.client = Objects.requireNonNull(client, "client");
        this.registry = Objects.requireNonNull(registry, "registry");
    }

    public static DiscountsClient over(DiscountsClient client, ObservationRegistry registry) {
        return new ObservedClient(client, registry);
    }

    @Override
    public Answer<SearchAnswer> search(SearchRequest request, Call call) {
        return observed(Operation.SEARCH, () -> client.search(request, call));
    }

    @Override
    public Answer<EvaluateAnswer> evaluate(EvaluateRequest request, Call call) {
        return observed(Operation.EVALUATE, () -> client.evaluate(request, call));
    }

    @Override
    public Answer<RedemptionOutcome> hold(HoldRequest request, Call call) {
        return observed(Operation.HOLD, () -> client.hold(request, call));
    }

    @Override
    public Answer<RedemptionOutcome> confirm(ConfirmRequest request, Call call) {
        return observed(Operation.CONFIRM, () -> client.confirm(request, call));
    }

    @Override
    public Answer<RedemptionOutcome> release(ReleaseRequest request, Call call) {
        return observed(Operation.RELEASE, () -> client.release(request, call));
    }

    @Override
    public Answer<RedemptionOutcome> cancel(CancelRequest request, Call call) {
        return observed(Operation.CANCEL, () -> client.cancel(request, call));
    }

    @Override
    public CompletableFuture<Answer<SearchAnswer>> searchAsync(SearchRequest request, Call call) {
        return observedAsync(Operation.SEARCH, () -> client.searchAsync(request, call));
    }

    @Override
    public CompletableFuture<Answer<EvaluateAnswer>> evaluateAsync(EvaluateRequest request, Call call) {
        return observedAsync(Operation.EVALUATE, () -> client.evaluateAsync(request, call));
    }

    @Override
    public CompletableFuture<Answer<RedemptionOutcome>> holdAsync(HoldRequest request, Call call) {
        return observedAsync(Operation.HOLD, () -> client.holdAsync(request, call));
    }

    @Override
    public CompletableFuture<Answer<RedemptionOutcome>> confirmAsync(ConfirmRequest request, Call call) {
        return observedAsync(Operation.CONFIRM, () -> client.confirmAsync(request, call));
    }

    @Override
    public CompletableFuture<Answer<RedemptionOutcome>> releaseAsync(ReleaseRequest request, Call call) {
        return observedAsync(Operation.RELEASE, () -> client.releaseAsync(request, call));
    }

    @Override
    public CompletableFuture<Answer<RedemptionOutcome>> cancelAsync(CancelRequest request, Call call) {
        return observedAsync(Operation.CANCEL, () -> client.cancelAsync(request, call));
    }

    @Override
    public KillSwitch killSwitch() {
        return client.killSwitch();
    }

    @Override
    public Report report() {
        return client.report();
    }

    @Override
    public void beginReport() {
        client.beginReport();
    }

    @Override
    public void close() {
        client.close();
    }

    private <A> Answer<A> observed(Operation operation, Supplier<Answer<A>> call) {
        var observation = start(operation);
        try {
            var answer = observation.scoped(call);
            tell(observation, answer);
            return answer;
        } catch (RuntimeException | Error failure) {
            tell(observation, failure);
            throw failure;
        } finally {
            observation.stop();
        }
    }

    /** The client's own future is handed on: cancelling it must give the call up. */
    private <A> CompletableFuture<Answer<A>> observedAsync(
            Operation operation, Supplier<CompletableFuture<Answer<A>>> call) {
        var observation = start(operation);
        try {
            var future = observation.scoped(call);
            var unused = future.whenComplete((answer, failure) -> end(observation, answer, failure));
            return future;
        } catch (RuntimeException | Error failure) {
            tell(observation, failure);
            observation.stop();
            throw failure;
        }
    }

    private Observation start(Operation operation) {
        return Observation.createNotStarted(SdkMetrics.CALL_OBSERVATION, registry)
                .contextualName("discounts " + operation.key())
                .lowCardinalityKeyValue("operation", operation.key())
                .start();
    }

    private static void end(Observation observation, @Nullable Answer<?> answer, @Nullable Throwable failure) {
        if (answer != null) {
            tell(observation, answer);
        } else if (failure != null) {
            tell(observation, failure);
            observation.error(failure);
        }
        observation.stop();
    }

    private static void tell(Observation observation, Answer<?> answer) {
        tell(observation, SdkMeters.tag(answer.source()), SdkMeters.tag(answer.reason()));
    }

    private static void tell(Observation observation, Throwable failure) {
        var reason = failure instanceof DiscountsException known ? SdkMeters.tag(known.reason()) : NONE;
        tell(observation, NONE, reason);
    }

    private static void tell(Observation observation, String source, String reason) {
        observation.lowCardinalityKeyValue("source", source).lowCardinalityKeyValue("reason", reason);
    }
}
