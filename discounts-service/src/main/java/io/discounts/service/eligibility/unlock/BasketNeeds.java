package io.discounts.service.eligibility.unlock;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Rule;
import io.discounts.service.discount.Selection;
import io.discounts.service.eligibility.pricing.Basket;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/** Everything that a basket lacks which sums can tell, one need for each selection. */
final class BasketNeeds {
    private static final Comparator<Need> NARROW_FIRST = Comparator.comparingInt(
            need -> need.of().productIds().size() + need.of().categories().size());

    private final Basket basket;
    private final LinkedHashMap<Selection, Need> bySelection = new LinkedHashMap<>(4);

    BasketNeeds(Discount discount, Basket basket) {
        this.basket = basket;
        for (var rule : discount.rules()) {
            if (rule instanceof Rule.MinBasket minimum) {
                needWorth(minimum.of(), minimum.amount().minorUnits());
            } else if (rule instanceof Rule.MinQuantity minimum) {
                need(new Need(minimum.of(), minimum.quantity() - basket.units(minimum.of()), 0));
            }
        }
    }

    /** That the matching items be worth an amount together. */
    void needWorth(Selection of, long amount) {
        need(new Need(of, 0, amount - basket.total(of)));
    }

    boolean isEmpty() {
        return bySelection.isEmpty();
    }

    boolean isAtMostOne() {
        return bySelection.size() <= 1;
    }

    Collection<Need> all() {
        return bySelection.values();
    }

    /** Those that name items, a narrower one before each that contains it. */
    List<Need> named() {
        var named = new ArrayList<Need>(bySelection.size());
        for (var need : bySelection.values()) {
            if (!need.of().isEverything()) {
                named.add(need);
            }
        }
        named.sort(NARROW_FIRST);
        return named;
    }

    /** Of whichever items. */
    Need ofAnything() {
        return bySelection.getOrDefault(Selection.EVERYTHING, new Need(Selection.EVERYTHING, 0, 0));
    }

    private void need(Need need) {
        if (!need.isNothing()) {
            bySelection.merge(need.of(), need, Need::and);
        }
    }
}
