package io.discounts.sample.news;

import io.discounts.sample.promotion.Hours;
import io.discounts.sample.promotion.Promotion;
import io.discounts.sample.search.Offers;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The monolith's changes as the canonical events of the service's contract. */
final class Events {
    private static final String STORES = "stores";

    private final Clock clock;
    private final Supplier<String> ids;

    Events(Clock clock, Supplier<String> ids) {
        this.clock = clock;
        this.ids = ids;
    }

    CloudEvent published(Promotion promotion) {
        var data = key(promotion);
        data.put("label", promotion.title());
        data.put("currency", Offers.CURRENCY);
        data.put("effect", Map.of("type", "percentage_off", "percent", Offers.percent(promotion)));
        data.put("target", target(promotion));
        data.put("scope", Map.of("stores", List.copyOf(promotion.stores())));
        data.put("rules", rules(promotion));
        data.put("validFrom", promotion.from());
        if (promotion.until() != null) {
            data.put("validUntil", promotion.until());
        }
        data.put("stacking", Map.of("mode", "stackable", "priority", promotion.rank()));
        return event(Offers.PROVIDER, "io.discounts.discount.published.v1", promotion.number() + "", data);
    }

    CloudEvent withdrawn(Promotion promotion) {
        return event(Offers.PROVIDER, "io.discounts.discount.withdrawn.v1", promotion.number() + "", key(promotion));
    }

    CloudEvent updated(StoreFacts store) {
        var data = new LinkedHashMap<String, Object>();
        data.put("storeId", store.id());
        data.put("version", store.version());
        data.put("region", Offers.REGION);
        data.put("city", store.city());
        data.put("type", store.type());
        data.put("brand", store.brand());
        return event(STORES, "io.discounts.store.updated.v1", store.id(), data);
    }

    private CloudEvent event(String provider, String type, String subject, Map<String, Object> data) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return CloudEvent.of(ids.get(), provider, type, Offers.REGION + "/" + subject, now, data);
    }

    private static Map<String, Object> key(Promotion promotion) {
        var key = new LinkedHashMap<String, Object>();
        key.put("externalId", promotion.number() + "");
        key.put("version", promotion.version());
        key.put("region", Offers.REGION);
        return key;
    }

    private static Map<String, Object> target(Promotion promotion) {
        var category = promotion.terms().category();
        return category == null ? Map.of("type", "items") : Map.of("type", "items", "categories", List.of(category));
    }

    private static List<Map<String, Object>> rules(Promotion promotion) {
        var rules = new ArrayList<Map<String, Object>>();
        if (promotion.terms().minimum() > 0) {
            rules.add(Map.of("type", "min_basket", "amount", promotion.terms().minimum()));
        }
        var hours = promotion.terms().hours();
        if (hours != null) {
            rules.add(Map.of("type", "schedule", "timezone", Offers.ZONE.getId(), "windows", List.of(window(hours))));
        }
        return rules;
    }

    private static Map<String, Object> window(Hours hours) {
        var days = hours.days().stream().map(day -> day.name().substring(0, 3)).toList();
        return Map.of(
                "days",
                days,
                "from",
                hours.from().toString(),
                "until",
                hours.until().toString());
    }
}
