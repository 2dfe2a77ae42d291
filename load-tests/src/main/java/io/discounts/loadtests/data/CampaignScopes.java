package io.discounts.loadtests.data;

import io.discounts.service.discount.Scope;
import io.discounts.service.discount.StoreSet;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Where campaigns hold. The wide ones stay few, however many campaigns there are: what holds in a whole country is a candidate
 * in all of its stores, and no marketplace has thousands of those. The others name stores.
 *
 * @param everywhere percent of the campaigns; the others likewise
 */
record CampaignScopes(double everywhere, double type, double city, double brand) {
    private static final int MOST_STORES = 5;

    static CampaignScopes of(long campaigns) {
        return new CampaignScopes(
                atMost(5, 400, campaigns),
                atMost(8, 800, campaigns),
                atMost(20, 5_000, campaigns),
                atMost(30, 20_000, campaigns));
    }

    Scope scope(Draft draft) {
        var chance = draft.chance();
        var market = draft.market();
        return switch (chance.weighted(everywhere, type, city, brand, 100 - everywhere - type - city - brand)) {
            case 0 -> new Scope(true, StoreSet.NONE, exceptTypes(draft));
            case 1 ->
                new Scope(
                        false,
                        new StoreSet(Set.of(), some(2, draft, () -> market.type(chance)), Set.of(), Set.of()),
                        exceptBrand(draft));
            case 2 ->
                new Scope(
                        false,
                        new StoreSet(Set.of(), Set.of(), Set.of(), some(3, draft, () -> market.city(chance))),
                        exceptTypes(draft));
            case 3 -> named(new StoreSet(Set.of(), Set.of(), some(2, draft, () -> market.brand(chance)), Set.of()));
            default ->
                named(new StoreSet(
                        some(MOST_STORES, draft, () -> market.store(chance).storeId()), Set.of(), Set.of(), Set.of()));
        };
    }

    private static double atMost(double percent, int count, long campaigns) {
        return Math.min(percent, 100.0 * count / campaigns);
    }

    private static Scope named(StoreSet stores) {
        return new Scope(false, stores, StoreSet.NONE);
    }

    private static StoreSet exceptTypes(Draft draft) {
        return draft.chance().percent(10)
                ? new StoreSet(Set.of(), Set.of("electronics"), Set.of(), Set.of())
                : StoreSet.NONE;
    }

    private static StoreSet exceptBrand(Draft draft) {
        return draft.chance().percent(10)
                ? new StoreSet(Set.of(), Set.of(), Set.of(draft.market().brand(draft.chance())), Set.of())
                : StoreSet.NONE;
    }

    private static <T> Set<T> some(int most, Draft draft, Supplier<T> one) {
        var some = new LinkedHashSet<T>();
        for (int i = draft.chance().between(1, most); i > 0; i--) {
            some.add(one.get());
        }
        return some;
    }
}
