package io.discounts.sample.search;

import io.discounts.sample.promotion.Promotion;
import io.discounts.sample.promotion.Promotions;
import io.discounts.sdk.BackendCall;
import io.discounts.sdk.DiscountsBackend;
import io.discounts.sdk.model.CancelRequest;
import io.discounts.sdk.model.ConfirmRequest;
import io.discounts.sdk.model.EvaluateAnswer;
import io.discounts.sdk.model.EvaluateRequest;
import io.discounts.sdk.model.HoldRequest;
import io.discounts.sdk.model.ListedDiscount;
import io.discounts.sdk.model.RedemptionOutcome;
import io.discounts.sdk.model.ReleaseRequest;
import io.discounts.sdk.model.SearchAnswer;
import io.discounts.sdk.model.SearchRequest;
import io.discounts.sdk.model.StoreDiscounts;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

/** The monolith's own search. It decides for the moment that is asked for, or for now. Safe for use by many threads. */
public final class LocalSearch implements DiscountsBackend {
    private final Promotions promotions;
    private final Bookings bookings;
    private final Defects defects;
    private final Clock clock;

    public LocalSearch(Promotions promotions, Bookings bookings, Defects defects, Clock clock) {
        this.promotions = promotions;
        this.bookings = bookings;
        this.defects = defects;
        this.clock = clock;
    }

    @Override
    public SearchAnswer search(SearchRequest request, BackendCall call) {
        var at = moment(request.at());
        var stores = new ArrayList<StoreDiscounts>();
        var discounts = new LinkedHashMap<String, ListedDiscount>();
        for (var storeId : request.storeIds()) {
            if (defects.knows(storeId)) {
                var shown = counting(storeId, at).stream()
                        .filter(promotion -> Offers.isInHours(promotion, at))
                        .toList();
                shown.forEach(promotion -> discounts.put(Offers.id(promotion), Offers.listed(promotion)));
                stores.add(new StoreDiscounts(
                        storeId, shown.stream().map(Offers::id).toList()));
            }
        }
        return SearchAnswer.of(stores, discounts);
    }

    @Override
    public EvaluateAnswer evaluate(EvaluateRequest request, BackendCall call) {
        var at = moment(request.at());
        var till = new Till(request.basket(), defects, at);
        if (defects.knows(request.storeId())) {
            counting(request.storeId(), at).forEach(till::offer);
        }
        return till.answer();
    }

    @Override
    public RedemptionOutcome hold(HoldRequest request, BackendCall call) {
        return bookings.hold(request);
    }

    @Override
    public RedemptionOutcome confirm(ConfirmRequest request, BackendCall call) {
        return bookings.confirm(request);
    }

    @Override
    public RedemptionOutcome release(ReleaseRequest request, BackendCall call) {
        return bookings.release(request);
    }

    @Override
    public RedemptionOutcome cancel(CancelRequest request, BackendCall call) {
        return bookings.cancel(request);
    }

    private List<Promotion> counting(String storeId, Instant at) {
        return promotions.of(storeId).stream()
                .filter(promotion -> defects.counts(promotion, at))
                .toList();
    }

    private Instant moment(@Nullable Instant at) {
        return Objects.requireNonNullElseGet(at, clock::instant);
    }
}
