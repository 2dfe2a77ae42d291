package io.discounts.sdk.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static io.discounts.sdk.testkit.JsonText.object;

/** One basket being discounted: what is applied, what is not and why. Of one thread. */
final class Checkout {
    private final JsonObject basket;
    private final Redemptions redemptions;
    private final List<Line> undiscounted;
    private final List<Map<String, Object>> applied = new ArrayList<>();
    private final List<Map<String, Object>> notApplied = new ArrayList<>();
    private List<Line> lines;

    Checkout(JsonObject basket, Redemptions redemptions) {
        this.basket = basket;
        this.redemptions = redemptions;
        undiscounted = basket.objects("items").stream().map(Line::of).toList();
        lines = undiscounted;
    }

    /** Applies it to what the earlier ones have left, or says why not. */
    void offer(FakeDiscount discount) {
        var reasons = reasonsAgainst(discount);
        if (reasons.isEmpty()) {
            apply(discount, discount.savingOn(Line.total(lines)));
        } else {
            notApplied.add(object("discountId", discount.id(), "reasons", reasons));
        }
    }

    Map<String, Object> answer(Map<String, Object> watermarks) {
        var answer = object("applied", applied, "totals", totals());
        answer.put("notApplied", notApplied);
        answer.put("watermarks", watermarks);
        answer.put("stale", false);
        return answer;
    }

    private List<Map<String, Object>> reasonsAgainst(FakeDiscount discount) {
        var reasons = new ArrayList<Map<String, Object>>();
        var before = Line.total(undiscounted);
        if (!discount.currency().equals(basket.text("currency"))) {
            reasons.add(object("rule", "currency", "code", "currency_mismatch"));
        } else if (before < discount.minBasket()) {
            var reason = object("rule", "min_basket", "code", "below_minimum");
            reason.put("required", discount.minBasket());
            reason.put("actual", before);
            reasons.add(reason);
        }
        if (!redemptions.hasLeft(discount)) {
            reasons.add(object("rule", "limits", "code", "limit_reached"));
        }
        if (reasons.isEmpty() && discount.savingOn(Line.total(lines)) == 0) {
            reasons.add(object("rule", "target", "code", "no_saving"));
        }
        return reasons;
    }

    private void apply(FakeDiscount discount, long amount) {
        var shares = Line.share(amount, lines);
        var discounted = new ArrayList<Line>();
        var told = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < shares.size(); i++) {
            discounted.add(lines.get(i).less(shares.get(i)));
            if (shares.get(i) > 0) {
                told.add(object("lineId", lines.get(i).lineId(), "amount", shares.get(i)));
            }
        }
        lines = discounted;
        var one = object("discountId", discount.id(), "amount", amount);
        one.put("target", "items");
        one.put("lines", told);
        applied.add(one);
    }

    private Map<String, Object> totals() {
        var items = Line.total(undiscounted);
        var discount = items - Line.total(lines);
        var delivery = basket.number("deliveryFee", 0);
        var service = basket.number("serviceFee", 0);
        var totals = object("items", items, "itemsDiscount", discount);
        totals.put("deliveryFee", delivery);
        totals.put("deliveryDiscount", 0L);
        totals.put("serviceFee", service);
        totals.put("serviceDiscount", 0L);
        totals.put("discount", discount);
        totals.put("total", items - discount + delivery + service);
        return totals;
    }
}
