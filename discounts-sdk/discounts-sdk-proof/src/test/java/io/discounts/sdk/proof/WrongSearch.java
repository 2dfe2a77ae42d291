package io.discounts.sdk.proof;

import io.discounts.sdk.Answer;
import io.discounts.sdk.BackendCall;
import io.discounts.sdk.Call;
import io.discounts.sdk.DiscountsBackend;
import io.discounts.sdk.DiscountsClient;
import io.discounts.sdk.model.AppliedDiscount;
import io.discounts.sdk.model.CancelRequest;
import io.discounts.sdk.model.ConfirmRequest;
import io.discounts.sdk.model.EvaluateAnswer;
import io.discounts.sdk.model.EvaluateRequest;
import io.discounts.sdk.model.HoldRequest;
import io.discounts.sdk.model.RedemptionOutcome;
import io.discounts.sdk.model.ReleaseRequest;
import io.discounts.sdk.model.SearchAnswer;
import io.discounts.sdk.model.SearchRequest;
import io.discounts.sdk.model.StoreDiscounts;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A local search that is right but for what is seeded: in France it leaves a store without its discounts and rounds up, in Italy
 * it does not always agree with itself.
 */
final class WrongSearch implements DiscountsBackend {
    private static final String MISSED = "s-3";
    private static final Call PATIENT = Call.CHECKOUT.within(Duration.ofSeconds(5));

    private final DiscountsClient truth;
    private final AtomicLong asked = new AtomicLong();

    /**
     * Wrong about the truth.
     *
     * @param truth closed by whoever opened it
     */
    WrongSearch(DiscountsClient truth) {
        this.truth = truth;
    }

    @Override
    public SearchAnswer search(SearchRequest request, BackendCall call) {
        var right = answer(truth.search(request, PATIENT));
        var wrong =
                request.region().equals("FR") || (request.region().equals("IT") && asked.incrementAndGet() % 40 == 0);
        return wrong
                ? SearchAnswer.of(
                        right.stores().stream().map(WrongSearch::missed).toList(), right.discounts())
                : right;
    }

    @Override
    public EvaluateAnswer evaluate(EvaluateRequest request, BackendCall call) {
        var right = answer(truth.evaluate(request, PATIENT));
        return request.region().equals("FR")
                ? EvaluateAnswer.of(
                        right.applied().stream().map(WrongSearch::roundedUp).toList(),
                        right.totals(),
                        right.notApplied())
                : right;
    }

    @Override
    public RedemptionOutcome hold(HoldRequest request, BackendCall call) {
        return answer(truth.hold(request, PATIENT));
    }

    @Override
    public RedemptionOutcome confirm(ConfirmRequest request, BackendCall call) {
        return answer(truth.confirm(request, PATIENT));
    }

    @Override
    public RedemptionOutcome release(ReleaseRequest request, BackendCall call) {
        return answer(truth.release(request, PATIENT));
    }

    @Override
    public RedemptionOutcome cancel(CancelRequest request, BackendCall call) {
        return answer(truth.cancel(request, PATIENT));
    }

    private static <T> T answer(Answer<T> answer) {
        return answer.value();
    }

    private static StoreDiscounts missed(StoreDiscounts store) {
        return store.storeId().equals(MISSED) ? new StoreDiscounts(MISSED, List.of()) : store;
    }

    private static AppliedDiscount roundedUp(AppliedDiscount applied) {
        return new AppliedDiscount(applied.discountId(), applied.amount() + 1, applied.target(), applied.lines());
    }
}
