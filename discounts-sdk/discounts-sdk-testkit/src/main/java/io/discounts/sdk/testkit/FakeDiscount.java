package io.discounts.sdk.testkit;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A discount on all items of the fake's catalogue, stackable and in no group. Immutable: each method gives a changed copy.
 * What it cannot say is scripted as an answer ({@link FakeDiscountsService#answers}).
 */
public final class FakeDiscount {
    private final String id;
    private final String label;
    private final String currency;
    private final Saving saving;
    private final Bounds bounds;

    /** What bounds a discount; amounts in minor units, 0 and {@code Long.MAX_VALUE} bound nothing. */
    private record Bounds(
            long minBasket,
            long uses,
            int priority,
            @Nullable Instant validUntil) {}

    private FakeDiscount(String id, String label, String currency, Saving saving, Bounds bounds) {
        this.id = id;
        this.label = label;
        this.currency = currency;
        this.saving = saving;
        this.bounds = bounds;
    }

    /** 10 % off everything, in EUR, for ever. */
    public static FakeDiscount discount(String id) {
        if (!id.matches("[A-Za-z0-9._~-]{1,64}:[A-Za-z0-9._~-]{1,64}")) {
            throw new IllegalArgumentException("an id is <provider>:<externalId>: " + id);
        }
        return new FakeDiscount(
                id, id, "EUR", new Saving.Percent(BigDecimal.TEN), new Bounds(0, Long.MAX_VALUE, 0, null));
    }

    public FakeDiscount label(String newLabel) {
        return new FakeDiscount(id, newLabel, currency, saving, bounds);
    }

    /** Priced in another currency than EUR. */
    public FakeDiscount in(String newCurrency) {
        return new FakeDiscount(id, label, newCurrency, saving, bounds);
    }

    /** Above 0, at most 100, with at most two decimals. */
    public FakeDiscount percentOff(BigDecimal percent) {
        return new FakeDiscount(id, label, currency, new Saving.Percent(percent), bounds);
    }

    public FakeDiscount percentOff(long percent) {
        return percentOff(BigDecimal.valueOf(percent));
    }

    /** In minor units. */
    public FakeDiscount amountOff(long amount) {
        return new FakeDiscount(id, label, currency, new Saving.Amount(amount), bounds);
    }

    /** In minor units. */
    public FakeDiscount minBasket(long amount) {
        return bound(new Bounds(amount, bounds.uses, bounds.priority, bounds.validUntil));
    }

    /** The greater comes first. */
    public FakeDiscount priority(int priority) {
        return bound(new Bounds(bounds.minBasket, bounds.uses, priority, bounds.validUntil));
    }

    /** Exclusive. */
    public FakeDiscount validUntil(Instant until) {
        return bound(new Bounds(bounds.minBasket, bounds.uses, bounds.priority, until));
    }

    /** Held or confirmed so often at most. */
    public FakeDiscount uses(long uses) {
        return bound(new Bounds(bounds.minBasket, uses, bounds.priority, bounds.validUntil));
    }

    private FakeDiscount bound(Bounds newBounds) {
        return new FakeDiscount(id, label, currency, saving, newBounds);
    }

    String id() {
        return id;
    }

    String currency() {
        return currency;
    }

    String provider() {
        return id.substring(0, id.indexOf(':'));
    }

    int priority() {
        return bounds.priority;
    }

    long uses() {
        return bounds.uses;
    }

    long minBasket() {
        return bounds.minBasket;
    }

    long savingOn(long base) {
        return saving.of(base);
    }

    boolean isValidAt(Instant at) {
        return bounds.validUntil == null || at.isBefore(bounds.validUntil);
    }

    /** As search lists it: a bound on a basket that it does not know of is a condition. */
    Map<String, Object> listed() {
        var listed = new LinkedHashMap<String, Object>();
        listed.put("id", id);
        listed.put("provider", provider());
        listed.put("label", label);
        listed.put("currency", currency);
        listed.put("effect", saving.effect());
        listed.put("target", Map.of("type", "items"));
        listed.put("conditions", conditions());
        if (bounds.validUntil != null) {
            listed.put("validUntil", bounds.validUntil);
        }
        return listed;
    }

    private List<Map<String, Object>> conditions() {
        var conditions = new ArrayList<Map<String, Object>>();
        if (bounds.minBasket > 0) {
            conditions.add(JsonText.object("type", "min_basket", "amount", bounds.minBasket));
        }
        return conditions;
    }
}
