package io.discounts.service.catalog;

import io.discounts.service.discount.CatalogChange;
import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.StoreChange;
import io.discounts.service.discount.UseReported;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A batch with one change left for each subject: the newest, for only that one can matter. What providers say of uses changes
 * nothing that is kept here.
 */
record NewestChanges(Map<DiscountRow, DiscountChange> discounts, Map<StoreKey, StoreChange> stores) {

    static NewestChanges of(List<? extends CatalogChange> changes) {
        var discounts = new LinkedHashMap<DiscountRow, DiscountChange>();
        var stores = new LinkedHashMap<StoreKey, StoreChange>();
        for (var change : changes) {
            switch (change) {
                case DiscountChange discount ->
                    discounts.merge(DiscountRow.of(discount), discount, NewestChanges::newer);
                case StoreChange store -> stores.merge(storeKey(store), store, NewestChanges::newer);
                case UseReported ignored -> {}
            }
        }
        return new NewestChanges(discounts, stores);
    }

    /** Whether this very change, not an equal one, was kept and is among the written. */
    boolean wasWritten(CatalogChange change, Collection<DiscountRow> writtenRows, Collection<StoreKey> writtenStores) {
        return switch (change) {
            case DiscountChange discount -> {
                var row = DiscountRow.of(discount);
                yield discounts.get(row) == discount && writtenRows.contains(row);
            }
            case StoreChange store -> {
                var key = storeKey(store);
                yield stores.get(key) == store && writtenStores.contains(key);
            }
            case UseReported ignored -> false;
        };
    }

    private static StoreKey storeKey(StoreChange change) {
        return new StoreKey(change.region(), change.storeId());
    }

    private static <C extends CatalogChange> C newer(C first, C second) {
        return second.version() > first.version() ? second : first;
    }
}
