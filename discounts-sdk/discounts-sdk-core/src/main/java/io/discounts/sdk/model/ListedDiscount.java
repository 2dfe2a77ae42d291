package io.discounts.sdk.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A discount as store navigation shows it.
 *
 * @param id {@code <provider>:<externalId>}
 * @param currency ISO 4217
 * @param conditions rules that need a fact the request lacks
 * @param validUntil exclusive; absent: no end
 */
public record ListedDiscount(
        String id,
        String provider,
        String label,
        String currency,
        Terms effect,
        Terms target,
        List<Terms> conditions,
        @Nullable Instant validUntil) {
    public ListedDiscount {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(target, "target");
        conditions = List.copyOf(conditions);
    }
}
