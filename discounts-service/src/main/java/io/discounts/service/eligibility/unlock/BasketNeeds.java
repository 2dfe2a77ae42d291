package io.discounts.service.eligibility.unlock;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Rule;
import io.discounts.service.discount.Selection;
import io.discounts.service.eligibility.pricing.Basket;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that a basket lacks which sums can tell, one need for each selection. */
final class BasketNeeds {
    private static final Comparator<Need> NARROW_FIRST = Comparator.comparingInt(
            need -> need.of().productIds().size() + need.of().categories().size());

    private final Basket basket;
    private final List<Need> needs = new ArrayList<>(2);

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
        return needs.isEmpty();
    }

    boolean isAtMostOne() {
        return needs.size() <= 1;
    }

    List<Need> all() {
        return needs;
    }

    /** Those that name items, a narrower one before each that contains it. */
    List<Need> named() {
        var named = new ArrayList<Need>(needs.size());
        for (var need : needs) {
            if (!need.of().isEverything()) {
                named.add(need);
            }
        }
        named.sort(NARROW_FIRST);
        return named;
    }

    /** Of whichever items. */
    Need ofAnything() {
        for (var need : needs) {
            if (need.of().isEverything()) {
                return need;
            }
        }
        return new Need(Selection.EVERYTHING, 0, 0);
    }

    private void need(Need need) {
        if (need.isNothing()) {
            return;
        }
        for (int i = 0; i < needs.size(); i++) {
            if (needs.get(i).of().equals(need.of())) {
                needs.set(i, needs.get(i).and(need));
                return;
            }
        }
        needs.add(need);
    }
}
