package io.discounts.service.demo;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where discounts hold: most in a few stores, fewer for a type, a brand or a city, very few everywhere. */
final class DemoScopes {
    private static final int MOST_STORES = 6;

    private final Map<DemoRegion, List<DemoStore>> stores;

    DemoScopes(List<DemoStore> stores) {
        this.stores = stores.stream().collect(Collectors.groupingBy(DemoStore::region));
    }

    /** A store of the region that somebody promotes something for; some are popular. */
    DemoStore someStore(Dice dice, DemoRegion region) {
        return dice.popularOneOf(stores.getOrDefault(region, List.of()));
    }

    /** A scope that covers the store, unless what it excepts does not. */
    ObjectNode around(Dice dice, DemoStore store) {
        var perMille = dice.between(1, 1000);
        if (perMille <= 930) {
            return scope("stores", storesLike(dice, store));
        } else if (perMille <= 965) {
            return except(scope("storeTypes", type(store)), dice.chance(20), "brands", "independent");
        } else if (perMille <= 985) {
            return except(scope("brands", List.of(store.brand())), dice.chance(20), "stores", store.id());
        } else if (perMille <= 997) {
            return except(scope("cities", List.of(store.city())), dice.chance(40), "storeTypes", "electronics");
        }
        var everywhere = scope("stores", List.of()).put("everywhere", true);
        return except(
                everywhere, dice.chance(50), "cities", store.region().cities().getLast());
    }

    private List<String> storesLike(Dice dice, DemoStore store) {
        var same = stores.getOrDefault(store.region(), List.of()).stream()
                .filter(other -> other.assortment().equals(store.assortment()))
                .toList();
        var others = dice.popularSome(same, dice.between(0, MOST_STORES - 1));
        return Stream.concat(Stream.of(store), others.stream())
                .map(DemoStore::id)
                .distinct()
                .toList();
    }

    private static List<String> type(DemoStore store) {
        return List.of(store.assortment().storeType());
    }

    private static ObjectNode scope(String field, List<String> values) {
        var scope = emptyLists(Json.object().put("everywhere", false));
        emptyLists(scope.putObject("except"));
        values.forEach(scope.withArray(field)::add);
        return scope;
    }

    private static ObjectNode except(ObjectNode scope, boolean really, String field, String value) {
        if (really) {
            scope.withObject("except").withArray(field).add(value);
        }
        return scope;
    }

    private static ObjectNode emptyLists(ObjectNode node) {
        Stream.of("stores", "storeTypes", "brands", "cities").forEach(node::putArray);
        return node;
    }
}
