package io.discounts.service.eligibility.unlock;

import io.discounts.service.discount.Discount;
import io.discounts.service.eligibility.Facts;
import io.discounts.service.eligibility.Reason;
import io.discounts.service.eligibility.ReasonCode;
import io.discounts.service.eligibility.pricing.Basket;
import io.discounts.service.eligibility.pricing.Prices;
import io.discounts.service.eligibility.pricing.Saving;
import io.discounts.service.eligibility.pricing.Savings;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds nearest unlocks. Each rule asks for one fact, so the facts to change are given; what is sought is how little. */
public final class Unlocks {
    private static final Set<ReasonCode> OF_BASKET = Collections.unmodifiableSet(EnumSet.of(
            ReasonCode.BELOW_MINIMUM, ReasonCode.BELOW_QUANTITY, ReasonCode.NO_MATCHING_ITEMS, ReasonCode.NO_SAVING));

    private Unlocks() {}

    /**
     * The nearest unlock of a refused discount, absent if customers cannot remove every reason.
     *
     * @param saving what the discount would save now; absent in another currency than the basket's
     * @param reasons all that speaks against the discount by itself
     * @param moneyLeft of the discount's budget, in minor units
     */
    public static @Nullable Unlock of(
            Discount discount,
            Facts facts,
            Basket basket,
            @Nullable Saving saving,
            List<Reason> reasons,
            long moneyLeft) {
        if (saving == null || !areRemovable(reasons)) {
            return null;
        }
        var others = isBasketAlone(reasons) ? List.<FactChange>of() : FactsToChange.of(discount, facts);
        var additions = others == null ? null : ItemsToAdd.of(discount, basket, saving.isNothing());
        if (others == null || additions == null || !isCovered(discount, basket, additions, moneyLeft)) {
            return null;
        }
        var changes = new ArrayList<FactChange>(additions);
        changes.addAll(others);
        return changes.isEmpty() ? null : new Unlock(changes);
    }

    private static boolean areRemovable(List<Reason> reasons) {
        for (var reason : reasons) {
            if (!isRemovable(reason)) {
                return false;
            }
        }
        return true;
    }

    /** All other rules hold, so no other fact has to change. */
    private static boolean isBasketAlone(List<Reason> reasons) {
        for (var reason : reasons) {
            if (!OF_BASKET.contains(reason.code())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRemovable(Reason reason) {
        return switch (reason.code()) {
            case BELOW_MINIMUM,
                    BELOW_QUANTITY,
                    OUTSIDE_SCHEDULE,
                    SEGMENT_MISSING,
                    ORDER_COUNT_MISMATCH,
                    PAYMENT_METHOD_MISMATCH,
                    PLATFORM_MISMATCH,
                    FULFILMENT_MISMATCH,
                    UNKNOWN_FACT,
                    NO_MATCHING_ITEMS,
                    NO_SAVING -> true;
            case SEGMENT_EXCLUDED,
                    CUSTOMER_MISMATCH,
                    CURRENCY_MISMATCH,
                    IN_USE,
                    LIMIT_REACHED,
                    CUSTOMER_LIMIT_REACHED,
                    NOT_BEST_IN_GROUP,
                    BEATEN_BY_EXCLUSIVE,
                    BEATEN_BY_COMBINATION -> false;
        };
    }

    /** More in the basket may cost the budget more than it has. */
    private static boolean isCovered(
            Discount discount, Basket basket, List<FactChange.AddItems> additions, long moneyLeft) {
        if (additions.isEmpty() || discount.limits().budget() == null) {
            return true;
        }
        Basket filled = basket;
        for (var addition : additions) {
            filled = new FilledBasket(filled).with(addition);
        }
        return Savings.of(discount, new Prices(filled)).amount() <= moneyLeft;
    }
}
