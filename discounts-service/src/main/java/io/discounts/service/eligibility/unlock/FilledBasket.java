package io.discounts.service.eligibility.unlock;

import io.discounts.service.discount.Selection;
import io.discounts.service.eligibility.pricing.Basket;

import java.util.ArrayList;
import java.util.Set;

/** A basket to add items to, on lines of their own. */
record FilledBasket(Basket before) {
    /** No selection names it, for names hold no control characters. */
    private static final String NAMED_BY_NO_SELECTION = "\0";

    Basket with(FactChange.AddItems add) {
        var lines = new ArrayList<>(before.lines());
        var newIds = "+".repeat(1 + longestId());
        for (var portion : add.portions()) {
            for (long left = portion.units(); left > 0; left -= Basket.Line.MAX_QUANTITY) {
                int units = (int) Math.min(left, Basket.Line.MAX_QUANTITY);
                lines.add(line(newIds + lines.size(), add.of(), units, portion.unitPrice()));
            }
        }
        return new Basket(before.currency(), lines, before.deliveryFee(), before.serviceFee());
    }

    /** Of one product or one category, for nothing tells that an item of two exists. */
    private static Basket.Line line(String id, Selection of, int units, long price) {
        return of.productIds().isEmpty()
                ? new Basket.Line(id, NAMED_BY_NO_SELECTION, oneOf(of.categories()), units, price)
                : new Basket.Line(id, of.productIds().iterator().next(), Set.of(), units, price);
    }

    private static Set<String> oneOf(Set<String> categories) {
        return categories.isEmpty() ? categories : Set.of(categories.iterator().next());
    }

    private int longestId() {
        int longest = 0;
        for (var line : before.lines()) {
            longest = Math.max(longest, line.lineId().length());
        }
        return longest;
    }
}
