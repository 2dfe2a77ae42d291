package io.discounts.loadtests.data;

import io.discounts.service.discount.StoreFacts;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * What customers of a marketplace ask the service, as bodies of its requests: the same for the same seed and number. Popular
 * stores are asked for more often, as they have more offers. Safe for use by any thread.
 *
 * @param at the noon before the data's last day ends: later, most offers would have run out
 */
public record Questions(Marketplace marketplace, Instant at) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final LocalTime NOON = LocalTime.NOON;
    private static final int CUSTOMERS = 100_000;
    private static final int MOST_LINES = 5;
    private static final int PRODUCTS = 40;

    public static Questions of(Dataset data) {
        var lastDay = data.firstDay().plusDays(data.days() - 1L);
        return new Questions(data.marketplace(), lastDay.atTime(NOON).toInstant(ZoneOffset.UTC));
    }

    /**
     * Store navigation.
     *
     * @param stores how many, all of one country and all different
     * @throws IllegalArgumentException if no country has so many
     */
    public List<String> searches(int count, int stores) {
        if (marketplace.markets().stream().noneMatch(market -> market.stores().size() >= stores)) {
            throw new IllegalArgumentException("no country has " + stores + " stores: ask for more in all");
        }
        return many(count, number -> search(Chance.of(marketplace.seed(), "search " + stores, number), stores));
    }

    /** Baskets at checkout. */
    public List<String> evaluations(int count) {
        return many(count, number -> evaluation(Chance.of(marketplace.seed(), "evaluate", number)));
    }

    private static List<String> many(int count, LongFunction<String> question) {
        return LongStream.range(0, count).mapToObj(question).toList();
    }

    private String search(Chance chance, int stores) {
        var market = market(chance, stores);
        var ids = new LinkedHashSet<String>();
        while (ids.size() < stores) {
            ids.add(market.store(chance).storeId().value());
        }
        var body = order(chance, market);
        body.put("storeIds", ids);
        return JSON.writeValueAsString(body);
    }

    private String evaluation(Chance chance) {
        var market = market(chance, 1);
        var store = market.store(chance);
        var body = order(chance, market);
        body.put("storeId", store.storeId().value());
        body.put("basket", basket(chance, market.country(), store));
        return JSON.writeValueAsString(body);
    }

    private Market market(Chance chance, int stores) {
        var market = marketplace.market(chance);
        return market.stores().size() < stores ? market(chance, stores) : market;
    }

    private Map<String, Object> order(Chance chance, Market market) {
        var body = new LinkedHashMap<String, Object>();
        body.put("region", market.country().region().code());
        body.put(
                "customer",
                Map.of(
                        "id",
                        "c-" + chance.between(1, CUSTOMERS),
                        "segments",
                        chance.percent(30) ? List.of("prime") : List.of(),
                        "orderCount",
                        chance.between(0, 20)));
        body.put(
                "context",
                Map.of(
                        "platform", chance.oneOf(List.of("ios", "android", "web")),
                        "fulfilment", chance.oneOf(List.of("delivery", "pickup")),
                        "paymentMethod", chance.oneOf(List.of("card", "cash", "wallet"))));
        body.put("at", at.toString());
        return body;
    }

    private static Map<String, Object> basket(Chance chance, Country country, StoreFacts store) {
        var items = new ArrayList<Map<String, Object>>();
        for (int i = chance.between(1, MOST_LINES); i > 0; i--) {
            items.add(Map.of(
                    "lineId",
                    "l" + i,
                    "productId",
                    store.storeId().value() + "-p" + chance.between(1, PRODUCTS),
                    "categories",
                    List.of(chance.oneOf(Goods.CATEGORIES)),
                    "quantity",
                    chance.between(1, 3),
                    "unitPrice",
                    country.oneEuro() * chance.between(3, 15)));
        }
        return Map.of(
                "currency",
                country.currency().getCurrencyCode(),
                "items",
                items,
                "deliveryFee",
                2 * country.oneEuro(),
                "serviceFee",
                country.oneEuro());
    }
}
