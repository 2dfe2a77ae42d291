package io.discounts.service.catalog;

import org.springframework.scheduling.annotation.Scheduled;

/**
 * Renews the facts of all stores that are near before anybody finds them due. Redis does not keep them, so in a marketplace where
 * most stores are asked for less often than they are due, nearly every search would have to ask MySQL for some.
 */
final class StoreRenewal {
    private final NearCache<StoreKey, KnownStore> stores;

    StoreRenewal(NearCache<StoreKey, KnownStore> stores) {
        this.stores = stores;
    }

    @Scheduled(fixedDelayString = "${discounts.catalog.store-renewal:3s}")
    void renew() {
        stores.renewAhead();
    }
}
