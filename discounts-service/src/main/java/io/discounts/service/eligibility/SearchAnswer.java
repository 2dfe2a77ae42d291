package io.discounts.service.eligibility;

import io.discounts.service.discount.StoreId;

import java.util.Collection;
import java.util.List;

/**
 * What store navigation asked for.
 *
 * @param stores in the order asked for
 * @param offers every offer that a store lists, each once
 * @param stale a value past its freshness bound took part
 */
public record SearchAnswer(List<StoreOffers> stores, Collection<Offer> offers, boolean stale) {

    /** One store's offers by priority descending, then id; none for an unknown store. */
    public record StoreOffers(StoreId storeId, List<Offer> offers) {}
}
