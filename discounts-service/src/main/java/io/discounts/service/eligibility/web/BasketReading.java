package io.discounts.service.eligibility.web;

import io.discounts.service.discount.Money;
import io.discounts.service.eligibility.pricing.Basket;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads one basket and tells the checks everything that is wrong with it. Not for a second basket. */
final class BasketReading {
    static final int MAX_CATEGORIES = 200;
    private static final Pointer BASKET = Pointer.to("basket");
    private static final Pointer ITEMS = BASKET.at("items");
    private static final Map<String, Currency> ISO_4217 = Currency.getAvailableCurrencies().stream()
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Function.identity()));

    private final RequestChecks checks;
    private final Set<String> lineIds = new HashSet<>();

    BasketReading(RequestChecks checks) {
        this.checks = checks;
    }

    /** Absent if anything is wrong with it. */
    @Nullable
    Basket basket(@Nullable BasketBody told) {
        if (told == null) {
            checks.refuse(BASKET, "is required");
            return null;
        }
        int before = checks.violations().size();
        var currency = currency(told.currency());
        var lines = lines(told.items());
        var deliveryFee = fee(told.deliveryFee(), BASKET.at("deliveryFee"));
        var serviceFee = fee(told.serviceFee(), BASKET.at("serviceFee"));
        return currency == null || checks.violations().size() > before
                ? null
                : new Basket(currency, lines, deliveryFee, serviceFee);
    }

    private @Nullable Currency currency(@Nullable String code) {
        var currency = code == null ? null : ISO_4217.get(code);
        checks.require(currency != null, BASKET.at("currency"), "must be an ISO 4217 currency code in capitals");
        return currency;
    }

    private List<Basket.Line> lines(@Nullable List<@Nullable ItemBody> told) {
        if (told == null || told.isEmpty() || told.size() > Basket.MAX_LINES) {
            checks.refuse(ITEMS, "must have 1 to " + Basket.MAX_LINES + " entries");
            return List.of();
        }
        var lines = new ArrayList<Basket.Line>(told.size());
        for (int i = 0; i < told.size(); i++) {
            var line = line(told.get(i), ITEMS.at(i));
            if (line != null) {
                lines.add(line);
            }
        }
        return lines;
    }

    private Basket.@Nullable Line line(@Nullable ItemBody told, Pointer pointer) {
        if (told == null) {
            checks.refuse(pointer, "must be an object");
            return null;
        }
        var lineId = lineId(told.lineId(), pointer.at("lineId"));
        var productId = checks.requiredName(told.productId(), pointer.at("productId"));
        var categories = categories(told.categories(), pointer.at("categories"));
        var quantity = checks.within(told.quantity(), 1, Basket.Line.MAX_QUANTITY, pointer.at("quantity"));
        var unitPrice = checks.within(told.unitPrice(), 0, Basket.Line.MAX_UNIT_PRICE, pointer.at("unitPrice"));
        return lineId == null || productId == null || quantity == null || unitPrice == null
                ? null
                : new Basket.Line(lineId, productId, categories, quantity, unitPrice);
    }

    private @Nullable String lineId(@Nullable String told, Pointer pointer) {
        var lineId = checks.requiredName(told, pointer);
        if (lineId != null) {
            checks.require(lineIds.add(lineId), pointer, "is the lineId of an earlier item");
        }
        return lineId;
    }

    private Set<String> categories(@Nullable List<@Nullable String> told, Pointer pointer) {
        return told == null ? Set.of() : checks.names(told, MAX_CATEGORIES, pointer);
    }

    private Money fee(@Nullable Long told, Pointer pointer) {
        var fee = checks.within(told == null ? 0L : told, 0, Money.MAX_MINOR_UNITS, pointer);
        return new Money(fee == null ? 0 : fee);
    }
}
