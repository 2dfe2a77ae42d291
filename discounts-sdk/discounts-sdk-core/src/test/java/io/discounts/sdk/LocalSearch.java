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
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A monolith's search: answers fixtures, remembers what it was asked, and fails when told to. */
public final class LocalSearch implements DiscountsBackend {
    private final List<Operation> asked = new CopyOnWriteArrayList<>();
    private volatile @Nullable Supplier<? extends RuntimeException> failure;

    public LocalSearch failing(Supplier<? extends RuntimeException> newFailure) {
        failure = newFailure;
        return this;
    }

    public List<Operation> asked() {
        return List.copyOf(asked);
    }

    @Override
    public SearchAnswer search(SearchRequest request, BackendCall call) {
        return answer(Operation.SEARCH, Fixtures.LOCAL_SEARCH);
    }

    @Override
    public EvaluateAnswer evaluate(EvaluateRequest request, BackendCall call) {
        return answer(Operation.EVALUATE, Fixtures.LOCAL_EVALUATION);
    }

    @Override
    public RedemptionOutcome hold(HoldRequest request, BackendCall call) {
        // The path of the request, as a monolith might copy it: the client knows better.
        return answer(Operation.HOLD, Fixtures.held(request.path()));
    }

    @Override
    public RedemptionOutcome confirm(ConfirmRequest request, BackendCall call) {
        return answer(Operation.CONFIRM, Fixtures.held(Path.LOCAL));
    }

    @Override
    public RedemptionOutcome release(ReleaseRequest request, BackendCall call) {
        return answer(Operation.RELEASE, Fixtures.held(Path.LOCAL));
    }

    @Override
    public RedemptionOutcome cancel(CancelRequest request, BackendCall call) {
        return answer(Operation.CANCEL, Fixtures.held(Path.LOCAL));
    }

    private <A> A answer(Operation operation, A answer) {
        asked.add(operation);
        var toThrow = failure;
        if (toThrow != null) {
            throw toThrow.get();
        }
        return answer;
    }
}
