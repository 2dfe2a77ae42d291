package io.discounts.service.eligibility.web;

import io.discounts.service.discount.Discount;
import io.discounts.service.redemption.Availability;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import java.util.Set;

/**
 * What a vector says is left of its discounts; where it is silent, what the limits say.
 *
 * @param left by discount id
 */
record VectorAvailability(JsonNode left) implements Availability {
    private static final Set<String> FIELDS = Set.of("uses", "customerUses", "money", "heldByAnother");

    VectorAvailability {
        left.propertyStream().forEach(entry -> VectorFile.allow(entry.getValue(), entry.getKey(), FIELDS));
    }

    @Override
    public Remaining remaining(Discount discount, @Nullable String customerId) {
        var untouched = UNTOUCHED.remaining(discount, customerId);
        var told = left.path(discount.id().toString());
        return new Remaining(
                told.path("uses").longValue(untouched.uses()),
                told.path("customerUses").longValue(untouched.customerUses()),
                told.path("money").longValue(untouched.money()),
                told.path("heldByAnother").booleanValue(untouched.heldByAnother()));
    }
}
