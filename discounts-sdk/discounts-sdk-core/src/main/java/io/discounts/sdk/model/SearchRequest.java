package io.discounts.sdk.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Which discounts the stores of a screen have.
 *
 * @param region ISO 3166-1 alpha-2 country code in capitals
 * @param storeIds 1 to 200; the answer keeps their order
 * @param at the moment to decide for; absent: now
 */
public record SearchRequest(
        String region,
        List<String> storeIds,
        Customer customer,
        Context context,
        @Nullable Instant at) {
    public SearchRequest {
        Objects.requireNonNull(region, "region");
        storeIds = List.copyOf(storeIds);
        Require.that(!storeIds.isEmpty() && storeIds.size() <= 200, "1 to 200 storeIds");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(context, "context");
    }

    /** Of stores, with nothing known of customer and context, for now. */
    public static SearchRequest of(String region, List<String> storeIds) {
        return new SearchRequest(region, storeIds, Customer.UNKNOWN, Context.UNKNOWN, null);
    }

    public SearchRequest by(Customer newCustomer) {
        return new SearchRequest(region, storeIds, newCustomer, context, at);
    }
}
