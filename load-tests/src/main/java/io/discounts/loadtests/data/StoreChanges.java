package io.discounts.loadtests.data;

import io.discounts.service.discount.StoreChange;
import io.discounts.service.discount.StoreFacts;

import java.util.List;

/** What is told of one country's stores: one in a hundred has closed. */
record StoreChanges(long seed, Market market) {
    private static final int CLOSED_PERCENT = 1;

    List<StoreFacts> opened() {
        return market.stores();
    }

    List<StoreChange> closed() {
        return market.stores().stream()
                .filter(this::isClosed)
                .<StoreChange>map(
                        facts -> new StoreChange.Removed(facts.storeId(), facts.region(), facts.version() + 1))
                .toList();
    }

    boolean isClosed(StoreFacts facts) {
        return Chance.of(seed, "closed " + facts.storeId().value(), 0).percent(CLOSED_PERCENT);
    }
}
