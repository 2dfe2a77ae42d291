package io.discounts.service.eligibility.web;

import io.discounts.service.discount.Region;
import io.discounts.service.discount.StoreId;
import io.discounts.service.edge.Validated;
import io.discounts.service.eligibility.Facts;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A search that can be answered. */
record SearchRequest(Region region, List<StoreId> storeIds, Facts facts) {
    static final int MAX_STORES = 200;
    private static final Pointer STORE_IDS = Pointer.to("storeIds");

    /**
     * Checks all of a body before it is refused.
     *
     * @param now the moment decided for if the body names none
     */
    static Validated<SearchRequest> of(SearchBody body, Instant now) {
        var checks = new RequestChecks();
        var region = checks.region(body.region());
        var storeIds = storeIds(body.storeIds(), checks);
        var facts = new Facts(
                checks.customer(body.customer()), checks.context(body.context()), null, checks.at(body.at(), now));
        return region == null || !checks.violations().isEmpty()
                ? new Validated.Invalid<>(checks.violations())
                : new Validated.Valid<>(new SearchRequest(region, storeIds, facts));
    }

    private static List<StoreId> storeIds(@Nullable List<@Nullable String> told, RequestChecks checks) {
        if (told == null || told.isEmpty() || told.size() > MAX_STORES) {
            checks.refuse(STORE_IDS, "must have 1 to " + MAX_STORES + " entries");
            return List.of();
        }
        var storeIds = new ArrayList<StoreId>(told.size());
        for (int i = 0; i < told.size(); i++) {
            var storeId = told.get(i);
            if (storeId != null && StoreId.isStoreId(storeId)) {
                storeIds.add(new StoreId(storeId));
            } else {
                checks.refuse(STORE_IDS.at(i), RequestChecks.NO_STORE_ID);
            }
        }
        return storeIds;
    }
}
