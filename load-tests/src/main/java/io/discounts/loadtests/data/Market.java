package io.discounts.loadtests.data;

import io.discounts.service.discount.StoreFacts;
import io.discounts.service.discount.StoreId;

import java.util.ArrayList;
import java.util.List;

/**
 * A country with its stores, the most popular first: four tenths of what is offered are offered in a tenth of them. Cities
 * follow Zipf's law, and so do brands, which three stores of five have.
 */
final class Market {
    static final List<String> TYPES =
            List.of("restaurant", "groceries", "pharmacy", "convenience", "bakery", "flowers", "pets", "electronics");

    private static final double STORE_EXPONENT = 0.8;
    private static final double SHIFT_BY_COUNT = 1.0 / 150;
    private static final int BRANDS_BY_WEIGHT = 8;
    private static final int FEWEST_CITIES = 4;
    private static final int BRANDED_PERCENT = 60;

    private final Country country;
    private final List<StoreFacts> stores;
    private final Popularity storePopularity;
    private final Popularity cities;
    private final Popularity brands;

    private Market(Country country, long seed, int count) {
        this.country = country;
        this.storePopularity = Popularity.zipf(count, STORE_EXPONENT, count * SHIFT_BY_COUNT);
        this.cities = Popularity.zipf(FEWEST_CITIES + country.weight(), 1, 0);
        this.brands = Popularity.zipf(BRANDS_BY_WEIGHT * country.weight(), 1, 0);
        this.stores = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            stores.add(store(Chance.of(seed, "store " + country.region(), i), i));
        }
    }

    static Market of(Country country, long seed, int stores) {
        return new Market(country, seed, stores);
    }

    Country country() {
        return country;
    }

    List<StoreFacts> stores() {
        return stores;
    }

    /** A store that somebody offers something in. */
    StoreFacts store(Chance chance) {
        return stores.get(chance.oneOf(storePopularity));
    }

    String city(Chance chance) {
        return country.region().code() + '-' + (chance.oneOf(cities) + 1);
    }

    String brand(Chance chance) {
        return country.lowerCase() + "-brand-" + (chance.oneOf(brands) + 1);
    }

    String type(Chance chance) {
        return TYPES.get(chance.weighted(50, 15, 8, 10, 7, 3, 3, 4));
    }

    private StoreFacts store(Chance chance, int position) {
        return new StoreFacts(
                country.region(),
                new StoreId("%s-%05d".formatted(country.lowerCase(), position)),
                chance.between(1, 9),
                city(chance),
                type(chance),
                chance.percent(BRANDED_PERCENT) ? brand(chance) : null);
    }
}
