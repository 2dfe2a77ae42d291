package io.discounts.sample.search;

import io.discounts.sample.promotion.Promotion;
import io.discounts.sdk.model.AppliedDiscount;
import io.discounts.sdk.model.Basket;
import io.discounts.sdk.model.EvaluateAnswer;
import io.discounts.sdk.model.NotAppliedDiscount;
import io.discounts.sdk.model.Refusal;
import io.discounts.sdk.model.Totals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One basket: promotions are offered to it in order, each takes its share of what the earlier ones have left. Of one thread. */
final class Till {
    private static final Refusal NO_SAVING = new Refusal("target", "no_saving", null, null);

    private final Basket basket;
    private final Defects defects;
    private final Instant at;
    private final Prices undiscounted;
    private final Prices running;
    private final List<AppliedDiscount> applied = new ArrayList<>();
    private final List<NotAppliedDiscount> notApplied = new ArrayList<>();

    Till(Basket basket, Defects defects, Instant at) {
        this.basket = basket;
        this.defects = defects;
        this.at = at;
        undiscounted = new Prices(basket);
        running = new Prices(basket);
    }

    void offer(Promotion promotion) {
        var refusals = refusals(promotion);
        if (refusals.isEmpty()) {
            apply(promotion);
        } else {
            notApplied.add(new NotAppliedDiscount(Offers.id(promotion), refusals, null));
        }
    }

    private List<Refusal> refusals(Promotion promotion) {
        if (!basket.currency().equals(Offers.CURRENCY)) {
            return List.of(new Refusal("currency", "currency_mismatch", Offers.CURRENCY, basket.currency()));
        }
        var category = promotion.terms().category();
        var refusals = new ArrayList<>(Offers.refusals(promotion, undiscounted.total(), at));
        if (!undiscounted.has(category)) {
            refusals.add(new Refusal("target", "no_matching_items", null, null));
        }
        var saves = defects.part(running.total(category), promotion.basisPoints()) > 0;
        return refusals.isEmpty() && !saves ? List.of(NO_SAVING) : refusals;
    }

    private void apply(Promotion promotion) {
        var category = promotion.terms().category();
        var amount = defects.part(running.total(category), promotion.basisPoints());
        applied.add(new AppliedDiscount(Offers.id(promotion), amount, "items", running.take(amount, category)));
    }

    EvaluateAnswer answer() {
        return EvaluateAnswer.of(applied, totals(), notApplied);
    }

    private Totals totals() {
        var items = undiscounted.total();
        var discount = items - running.total();
        var fees = basket.deliveryFee() + basket.serviceFee();
        return new Totals(
                items, discount, basket.deliveryFee(), 0, basket.serviceFee(), 0, discount, items - discount + fees);
    }
}
